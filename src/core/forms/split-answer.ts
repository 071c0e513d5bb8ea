import type { Json, JsonObject } from '../canonical/json.ts'
import { memberOf } from './answers.ts'
import type {
  CheckboxesQuestion,
  MoneyColumn,
  MoneyTableQuestion,
  Question,
  RepeatingGroupQuestion,
  SimpleQuestion,
} from './definition.ts'
import { sameWay, takes } from './fit-answer.ts'
import { itemsOf } from './totals.ts'

/** An answer of several parts of which some have no place in another version of its question. */
export type SplitAnswer = {
  /** What stays the answer. */
  readonly kept: Json
  /** The question as it was asked, with the parts alone that go, and what they were answered with. */
  readonly gone: { readonly question: Question; readonly answer: Json }
}

/**
 * Splits the answer of a group or a table whose new version lacks some of its parts, or asks for them otherwise, and the
 * choices of a list of which some are not offered any more.
 *
 * @returns undefined when the question has no parts, none of them goes, or nothing would be left
 * @example splitAnswer(costs, { ...costs, columns: [first] }, [{ first: 1, second: 2 }])
 * // => { kept: [{ first: 1 }], gone: { question: { ...costs, columns: [second] }, answer: [{ second: 2 }] } }
 */
export function splitAnswer(before: Question, after: Question, value: Json): SplitAnswer | undefined {
  if (before.type === 'repeating-group' && after.type === 'repeating-group') return splitGroup(before, after, value)
  if (before.type === 'checkboxes' && after.type === 'checkboxes') return splitChoices(before, after, value)
  return before.type === 'money-table' && after.type === 'money-table' ? splitTable(before, after, value) : undefined
}

function splitChoices(before: CheckboxesQuestion, after: CheckboxesQuestion, value: Json): SplitAnswer | undefined {
  const chosen: readonly Json[] = Array.isArray(value) ? value : []
  const offered = (one: Json): boolean => after.options.some((option) => option.value === one)
  const [kept, gone] = [chosen.filter(offered), chosen.filter((one) => !offered(one))]
  const question = { ...before, options: before.options.filter((option) => gone.includes(option.value)) }
  return kept.length === 0 || gone.length === 0 ? undefined : { kept, gone: { question, answer: gone } }
}

function splitGroup(before: RepeatingGroupQuestion, after: RepeatingGroupQuestion, value: Json) {
  const items = itemsOf(value)
  const stays = (child: SimpleQuestion): boolean => {
    const now = after.questions.find(({ id }) => id === child.id)
    if (now === undefined || !sameWay(child.type, now.type)) return false
    return items.every((item) => takes(now, memberOf(item, child.id) ?? null))
  }
  const questions = before.questions.filter((child) => !stays(child))
  const lost = new Set(questions.map(({ id }) => id))
  return splitItems(items, (id) => !lost.has(id), { ...before, questions }, [])
}

function splitTable(before: MoneyTableQuestion, after: MoneyTableQuestion, value: Json) {
  if ((before.rows === undefined) !== (after.rows === undefined)) return undefined
  const stays = (column: MoneyColumn): boolean =>
    after.columns.some(({ id, type }) => id === column.id && sameWay(cellType(column.type), cellType(type)))
  const columns = before.columns.filter((column) => !stays(column))
  const lost = new Set(columns.map(({ id }) => id))
  const items = itemsOf(value)
  const goes = (item: JsonObject): boolean => after.rows?.every(({ id }) => id !== memberOf(item, 'row')) ?? false
  const question = items.some(goes) ? before : { ...before, columns }
  return splitItems(
    items.filter((item) => !goes(item)),
    (id) => !lost.has(id),
    question,
    items.filter(goes),
  )
}

const cellType = (type: MoneyColumn['type'] = 'money'): Question['type'] => (type === 'text' ? 'short-text' : type)

/** @param whole items that go whole */
function splitItems(
  items: readonly JsonObject[],
  stays: (part: string) => boolean,
  question: Question,
  whole: readonly JsonObject[],
): SplitAnswer | undefined {
  const cut = (keep: (part: string) => boolean): readonly JsonObject[] =>
    items
      .map((item) => Object.fromEntries(Object.entries(item).filter(([part]) => part === 'row' || keep(part))))
      .filter((item) => Object.keys(item).some((part) => part !== 'row'))
  const [kept, gone] = [cut(stays), [...cut((part) => !stays(part)), ...whole]]
  return kept.length === 0 || gone.length === 0 ? undefined : { kept, gone: { question, answer: gone } }
}
