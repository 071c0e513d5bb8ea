import { contentHash, type Json, type Sha256, sameJson } from '../canonical/index.ts'
import type { Form, MoneyTableQuestion, Question, QuestionType } from './definition.ts'
import { childrenOf, questionsOf } from './form-questions.ts'
import type { FrozenQuestion } from './frozen.ts'
import type { FrozenApplication, FrozenBody } from './frozen-application.ts'
import { itemsOf } from './totals.ts'

/** What an answer is to those who sign an application off: what it costs, what is to be done, or with whom. */
export const materialKinds = ['money', 'scope', 'partners'] as const
export type MaterialKind = (typeof materialKinds)[number]

/** What types of answer are unless the question says otherwise. Scope has no type: it is marked, or it is nothing. */
const byType: { readonly [Type in QuestionType]?: MaterialKind } = {
  money: 'money',
  'money-table': 'money',
  authority: 'partners',
}

/**
 * What a question's answer is to a sign-off; undefined when it is nothing to it.
 *
 * @example materialOf({ type: 'money', id: 'cost', label: 'Cost' }) // => 'money'
 * @example materialOf({ type: 'money', id: 'cost', label: 'Cost', material: 'none' }) // => undefined
 */
export function materialOf({ type, material }: Pick<Question, 'type' | 'material'>): MaterialKind | undefined {
  if (material === 'none') return undefined
  return material ?? byType[type]
}

/** One answer of which a signature speaks. `value` is the part that counts; `shown` is that in words, one string a line. */
export type MaterialAnswer = {
  readonly question: string
  readonly kind: MaterialKind
  readonly label: string
  readonly value: Json
  readonly shown: readonly string[]
}

/** All that a signature is bound to: who leads, with whom, for how much and to do what. */
export type MaterialContent = {
  readonly lead: FrozenBody
  readonly partners: readonly FrozenBody[]
  /** In the order of the form. What is not answered is not here. */
  readonly answers: readonly MaterialAnswer[]
}

/**
 * The part of an application that sign-offs are bound to.
 *
 * @param form the form that `content` was frozen from
 */
export function materialContent(
  form: Form,
  content: Pick<FrozenApplication, 'lead' | 'partners' | 'pages'>,
): MaterialContent {
  const asked = new Map(questionsOf(form).map((question) => [question.id, question]))
  const answers = content.pages.flatMap(({ questions }) =>
    questions.flatMap((frozen) => {
      const question = asked.get(frozen.id)
      return question === undefined || frozen.value === null ? [] : answersOf(question, frozen)
    }),
  )
  return { lead: content.lead, partners: content.partners, answers }
}

function answersOf(question: Question, frozen: FrozenQuestion): readonly MaterialAnswer[] {
  const kind = materialOf(question)
  const { id, label } = frozen
  if (question.type === 'repeating-group' && question.material === undefined) return answersInGroup(question, frozen)
  if (kind === undefined) return []
  const value =
    question.type === 'money-table' && question.material === undefined ? sumsIn(question, frozen.value) : frozen.value
  return value === null ? [] : [{ question: id, kind, label, value, shown: frozen.shown }]
}

/** A group counts for those of its questions that do, by kind. */
function answersInGroup(group: Question, frozen: FrozenQuestion): readonly MaterialAnswer[] {
  return materialKinds.flatMap((kind) => {
    const counts = new Set(
      childrenOf(group)
        .filter((child) => materialOf(child) === kind)
        .map(({ id }) => id),
    )
    if (counts.size === 0) return []
    const items = (frozen.items ?? []).map(({ title, questions }) => ({
      title,
      answers: questions.filter(({ id, value }) => counts.has(id) && value !== null),
    }))
    if (items.every(({ answers }) => answers.length === 0)) return []
    const value = items.map(({ answers }) => Object.fromEntries(answers.map((answer) => [answer.id, answer.value])))
    const shown = items.flatMap(({ title, answers }) =>
      answers.map((answer) => `${title}, ${answer.label}: ${answer.shown.join(', ')}`),
    )
    return [{ question: frozen.id, kind, label: frozen.label, value, shown }]
  })
}

/** The sums of a table, row by row, without the words beside them: a comma in a description is not money. */
function sumsIn({ columns }: MoneyTableQuestion, value: Json): Json {
  const counts = new Set(columns.filter(({ type = 'money' }) => type !== 'text').map(({ id }) => id))
  const rows = itemsOf(value).map((item) =>
    Object.fromEntries(Object.entries(item).filter(([key, cell]) => key === 'row' || (counts.has(key) && cell !== ''))),
  )
  return rows.some((row) => Object.keys(row).some((key) => key !== 'row')) ? rows : null
}

/**
 * SHA-256 of what a signature is bound to: ids and values alone, so that a body that is renamed, a question that is
 * reworded or a page that is moved changes nothing.
 */
export const materialHash = ({ lead, partners, answers }: MaterialContent, sha256: Sha256): string =>
  contentHash(
    {
      version: 1,
      lead: lead.id,
      partners: partners.map(({ id }) => id).sort(),
      answers: answers
        .map(({ question, kind, value }) => ({ question, kind, value }))
        .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    },
    sha256,
  )

const keyOf = ({ question, kind }: Pick<MaterialAnswer, 'question' | 'kind'>): string => `${question} ${kind}`

/** Something that a signature spoke of and that is not as it was. Lines of words; none where there is nothing. */
export type MaterialChange = {
  readonly kind: MaterialKind
  readonly label: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What changed, in the order of the form as it is now, then what went; who partners first. */
export function compareMaterial(before: MaterialContent, after: MaterialContent): readonly MaterialChange[] {
  const names = ({ partners }: MaterialContent) => partners.map(({ name }) => name)
  const ids = ({ partners }: MaterialContent) => partners.map(({ id }) => id).sort()
  const old = new Map(before.answers.map((answer) => [keyOf(answer), answer]))
  const now = new Set(after.answers.map(keyOf))
  const partners: readonly MaterialChange[] = sameJson(ids(before), ids(after))
    ? []
    : [{ kind: 'partners', label: 'Partners', before: names(before), after: names(after) }]
  return [
    ...partners,
    ...after.answers.flatMap((answer) => {
      const was = old.get(keyOf(answer))
      if (was !== undefined && sameJson(was.value, answer.value)) return []
      return [{ kind: answer.kind, label: answer.label, before: was?.shown ?? [], after: answer.shown }]
    }),
    ...before.answers
      .filter((answer) => !now.has(keyOf(answer)))
      .map(({ kind, label, shown }) => ({ kind, label, before: shown, after: [] })),
  ]
}
