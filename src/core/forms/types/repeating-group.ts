import type { Json, JsonObject } from '../../canonical/json.ts'
import { type Answered, answerOf } from '../answers.ts'
import type { RepeatingGroupQuestion, SimpleQuestion } from '../definition.ts'
import type { Reading } from '../expression.ts'
import { nameInSentence } from '../name-in-sentence.ts'
import type { PostedFields, ShownFields } from '../posted-fields.ts'
import type { Found, Place } from '../problem.ts'
import { itemsOf } from '../totals.ts'
import { visibleInItem } from '../visibility.ts'
import { itemCountFindings, itemNameOf, readIndexed, readItems } from './items.ts'
import { missing, type NameOf, type QuestionKind } from './question-kind.ts'
import { simpleKindOf, simpleKinds } from './simple-kinds.ts'
import { rawWords } from './typed-text.ts'

/** The name of the input of a question in an item: `partners-0-email`. */
export const itemField = (group: string, index: number, child: string): string => `${group}-${index}-${child}`

type CheckChild = (child: SimpleQuestion, value: Answered | undefined, reading: Reading) => readonly Found[]

/** Checks the visible questions of every item. */
function inItems(group: RepeatingGroupQuestion, items: readonly JsonObject[], reading: Reading, check: CheckChild) {
  return items.flatMap((item, index) =>
    visibleInItem(group, item, reading).flatMap((child) =>
      check(child, answerOf(item, child.id), reading).map((found) => ({ ...found, at: placeOf(group, index, child) })),
    ),
  )
}

const placeOf = (group: RepeatingGroupQuestion, index: number, child: SimpleQuestion): Omit<Place, 'question'> => ({
  field: itemField(group.id, index, child.id),
  name: `${nameInSentence(child)} (${itemNameOf(group)} ${index + 1})`,
  type: child.type,
})

function draft(group: RepeatingGroupQuestion, value: Answered, reading: Reading): readonly Found[] {
  const read = readItems(
    group,
    value,
    group.questions.map((child) => child.id),
  )
  if ('finding' in read) return [read.finding]
  return inItems(group, read.items, reading, (child, answer) =>
    answer === undefined ? [] : simpleKindOf(child).draft(child, answer, reading),
  )
}

function submission(group: RepeatingGroupQuestion, value: Answered, reading: Reading): readonly Found[] {
  const items = itemsOf(value)
  const inside = inItems(group, items, reading, (child, answer) => {
    if (answer !== undefined) return simpleKindOf(child).submission(child, answer, reading)
    return child.required ? [missing(simpleKindOf(child))] : []
  })
  return [...itemCountFindings(group, items.length), ...inside]
}

function read(group: RepeatingGroupQuestion, fields: PostedFields, name: string): Json | undefined {
  const inputs = group.questions.map((child) => Object.keys(simpleKindOf(child).show(child, '', child.id)))
  const has = (index: number) => inputs.flat().some((input) => fields.has(itemField(name, index, input)))
  return readIndexed(group, has, (index) => {
    const typed = group.questions.map(
      (child) => [child.id, readChild(child, fields, itemField(name, index, child.id))] as const,
    )
    const kept = typed.flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer] as const]))
    return kept.length > 0 ? Object.fromEntries(kept) : undefined
  })
}

const readChild = (child: SimpleQuestion, fields: PostedFields, name: string) =>
  simpleKindOf(child).read(child, fields, name)

function show(group: RepeatingGroupQuestion, value: Answered, name: string): ShownFields {
  const shown = itemsOf(value).flatMap((item, index) =>
    group.questions.map((child) =>
      simpleKindOf(child).show(child, answerOf(item, child.id) ?? '', itemField(name, index, child.id)),
    ),
  )
  return Object.assign({}, ...shown)
}

function words(group: RepeatingGroupQuestion, value: Answered, nameOf: NameOf): readonly string[] {
  if (!Array.isArray(value)) return rawWords(value)
  return itemsOf(value).flatMap((item) =>
    group.questions.flatMap((child) => {
      const answer = answerOf(item, child.id)
      return answer === undefined
        ? []
        : [`${leading(child.label)} ${simpleKindOf(child).words(child, answer, nameOf).join(', ')}`]
    }),
  )
}

/** A label before its answer; a question has its own mark. */
const leading = (label: string): string => (label.endsWith('?') ? label : `${label}:`)

const childCodes = Object.values(simpleKinds).flatMap((kind) => kind.codes)

export const repeatingGroupKind: QuestionKind<RepeatingGroupQuestion> = {
  codes: [
    ...new Set([...childCodes, 'missing', 'not-a-list', 'not-an-item', 'too-few-items', 'too-many-items'] as const),
  ],
  draft,
  submission,
  read,
  show,
  words,
}
