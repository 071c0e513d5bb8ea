import type { Json, JsonObject } from '../canonical/index.ts'
import { answerWords } from './answer-words.ts'
import { type Answered, type Answers, answerOf } from './answers.ts'
import type { Form, MoneyTableQuestion, Question, RepeatingGroupQuestion } from './definition.ts'
import type { Reading } from './expression.ts'
import { withCapital } from './name-in-sentence.ts'
import { itemsOf } from './totals.ts'
import { itemNameOf } from './types/items.ts'
import { tableRows } from './types/money-table.ts'
import type { NameOf } from './types/question-kind.ts'
import { visibleInItem, whatIsVisible } from './visibility.ts'

/** The questions as asked, with the answers as given. What is submitted says more: see `FrozenApplication`. */
export type FrozenForm = {
  readonly form: { readonly id: string; readonly title: string }
  /** Visible pages in order. */
  readonly pages: readonly FrozenPage[]
}

export type FrozenPage = { readonly id: string; readonly title: string; readonly questions: readonly FrozenQuestion[] }

export type FrozenQuestion = {
  readonly id: string
  readonly type: Question['type']
  readonly label: string
  /** The answer itself; null when not answered. */
  readonly value: Json
  /** The answer in words, one string a line; empty when not answered. */
  readonly shown: readonly string[]
  /** Of a repeating group, its items with their visible questions. */
  readonly items?: readonly FrozenItem[]
  /** Of a money table, what it shows. */
  readonly table?: FrozenTable
}

export type FrozenItem = { readonly title: string; readonly questions: readonly FrozenQuestion[] }
export type FrozenTable = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

/**
 * Fixes what was asked and answered, without what was hidden. Plain JSON: it can be kept, shown and hashed without the form.
 *
 * @param form a form that `checkDefinition` accepted
 * @param nameOf gives names for the ids of authorities and files, to be frozen as they are called now
 */
export function freeze(form: Form, answers: Answers, nameOf?: NameOf): FrozenForm {
  const { pages, reading } = whatIsVisible(form, answers)
  return {
    form: { id: form.id, title: form.title },
    pages: pages.map(({ page, questions }) => ({
      id: page.id,
      title: page.title,
      questions: questions.map((question) => frozenQuestion(question, reading.value(question.id), reading, nameOf)),
    })),
  }
}

/**
 * The answers that a submission carries: those of visible questions, and within groups those of questions visible in their item.
 *
 * @param form a form that `checkDefinition` accepted
 */
export function submittedAnswers(form: Form, answers: Answers): Answers {
  const { questions, reading } = whatIsVisible(form, answers)
  const kept = questions.map(
    (question) => [question.id, visibleValue(question, reading.value(question.id), reading)] as const,
  )
  return Object.fromEntries(kept.filter(([, value]) => value !== null))
}

function frozenQuestion(
  question: Question,
  answer: Answered | undefined,
  reading: Reading,
  nameOf?: NameOf,
): FrozenQuestion {
  const value = visibleValue(question, answer, reading)
  return {
    id: question.id,
    type: question.type,
    label: question.label,
    value,
    shown: answerWords(question, value, nameOf),
    ...(question.type === 'repeating-group' && { items: frozenItems(question, value, reading, nameOf) }),
    ...(question.type === 'money-table' && { table: frozenTable(question, value) }),
  }
}

function visibleValue(question: Question, answer: Answered | undefined, reading: Reading): Json {
  if (answer === undefined) return null
  if (question.type !== 'repeating-group' || !Array.isArray(answer)) return answer
  return itemsOf(answer).map((item) => visiblePart(question, item, reading))
}

const visiblePart = (group: RepeatingGroupQuestion, item: JsonObject, reading: Reading): JsonObject =>
  Object.fromEntries(
    visibleInItem(group, item, reading).flatMap(({ id }) => {
      const value = answerOf(item, id)
      return value === undefined ? [] : [[id, value] as const]
    }),
  )

const frozenItems = (
  group: RepeatingGroupQuestion,
  value: Json,
  reading: Reading,
  nameOf?: NameOf,
): readonly FrozenItem[] =>
  itemsOf(value).map((item, index) => ({
    title: withCapital(`${itemNameOf(group)} ${index + 1}`),
    questions: visibleInItem(group, item, reading).map((child) =>
      frozenQuestion(child, answerOf(item, child.id), reading, nameOf),
    ),
  }))

const frozenTable = (question: MoneyTableQuestion, value: Json): FrozenTable => ({
  columns: question.columns.map((column) => column.label),
  rows: tableRows(question, value),
})
