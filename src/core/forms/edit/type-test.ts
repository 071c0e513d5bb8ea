import { done, type Result, refused } from '../../result.ts'
import { isIsoDay } from '../../time/day.ts'
import { NATURES } from '../check/natures.ts'
import type { Form, Question } from '../definition.ts'
import type { AskExpression, Expression, ItemsExpression, NumberTest, Scalar } from '../expression-shape.ts'
import type { ConditionPlace } from './condition-place.ts'
import { addableFrom, comparisonsOf, listedFrom, readableFrom, testsOf } from './readable-questions.ts'

/** What stands for a sum where a question could be. No question has this id: it is not a character of ids. */
export const SUM = '+'

/** One test as a person picks it. What does not belong to the test that is picked is not looked at. */
export type TypedTest = {
  /** The id of a question, or {@link SUM}. */
  readonly subject: string
  /** A {@link TestName}; `answered` and `unanswered`; `compare-` and a comparison. */
  readonly test: string
  /** A number, a day (`2014-02-10`), an option, `yes`, `no` or text. */
  readonly value: string
  /** Options, or texts one on each line. */
  readonly values: readonly string[]
  /** The question to compare with. */
  readonly other: string
  /** The questions to add up. */
  readonly addends: readonly string[]
  /** Of how many entries it must hold, where the question is asked of each entry of a group: a {@link HowMany}. */
  readonly howMany: string
  /** The number of entries, where that is not said in words. */
  readonly count: string
}

/** Of how many entries of a group a test must hold, as it is picked. */
export const howMany = ['some', 'none', 'every', 'atLeast', 'above', 'atMost', 'below'] as const
export type HowMany = (typeof howMany)[number]

export type TestProblem =
  | { readonly code: 'subject-not-chosen' }
  | { readonly code: 'test-not-chosen' }
  | { readonly code: 'value-not-entered' }
  | { readonly code: 'value-not-a-number' }
  | { readonly code: 'value-not-a-day' }
  | { readonly code: 'values-not-chosen' }
  | { readonly code: 'other-not-chosen' }
  | { readonly code: 'addends-not-chosen' }
  | { readonly code: 'how-many-not-chosen' }
  | { readonly code: 'count-not-whole' }

const numberTests = ['atLeast', 'above', 'atMost', 'below'] as const

/** The comparison of a test with another question's answer; undefined for a test with a value. */
export const comparisonIn = (test: string): string | undefined => /^compare-(.+)$/.exec(test)?.[1]

/**
 * Makes an expression of what was picked, of questions that may be read at this place.
 *
 * @param form a form that `checkDefinition` accepted
 */
export function readTest(form: Form, place: ConditionPlace, typed: TypedTest): Result<Expression, TestProblem> {
  if (typed.subject === SUM) return readSum(form, place, typed)
  const readable = readableFrom(form, place)
  const question = readable.find(({ id }) => id === typed.subject)
  if (question === undefined) return readOfItems(form, place, typed)
  const comparison = comparisonIn(typed.test)
  if (comparison !== undefined) {
    const other = readable.find(({ id }) => id === typed.other)
    if (other === undefined) return refused({ code: 'other-not-chosen' })
    const known = comparisonsOf(question, other).find((each) => each === comparison)
    return known ? done({ compare: [question.id, known, other.id] }) : refused({ code: 'other-not-chosen' })
  }
  return readAsked(question, typed)
}

/** A test of one answer. */
function readAsked(question: Question, typed: TypedTest): Result<AskExpression, TestProblem> {
  if (typed.test === 'answered' || typed.test === 'unanswered') {
    return done({ question: question.id, answered: typed.test === 'answered' })
  }
  const test = testsOf(question).find((each) => each === typed.test)
  if (test === undefined) return refused({ code: 'test-not-chosen' })
  if (test === 'anyOf') {
    // Of the long register one authority is picked at a time, beside those that are picked already.
    const typedValues = question.type === 'authority' ? new Set([...typed.values, typed.value]) : typed.values
    const values = [...typedValues].map((value) => readValue(question, value)).filter((value) => value !== undefined)
    if (values.length === 0) return refused({ code: 'values-not-chosen' })
    return done({ question: question.id, anyOf: values })
  }
  const value = readValue(question, typed.value)
  if (value === undefined) return refused({ code: whyNoValue(question, typed.value) })
  return done({ question: question.id, [test]: value } as AskExpression)
}

/** A test of a question that each entry of a group answers. */
function readOfItems(form: Form, place: ConditionPlace, typed: TypedTest): Result<ItemsExpression, TestProblem> {
  const listed = listedFrom(form, place).find(({ question }) => question.id === typed.subject)
  if (listed === undefined) return refused({ code: 'subject-not-chosen' })
  const where = readAsked(listed.question, typed)
  const those = howMany.find((each) => each === typed.howMany)
  const items = listed.group.id
  const many = those === undefined ? refused({ code: 'how-many-not-chosen' } as const) : readHowMany(those, typed.count)
  if (!where.ok || !many.ok) return refused(...(where.ok ? [] : where.problems), ...(many.ok ? [] : many.problems))
  return done({ items, where: where.value, ...many.value })
}

function readHowMany(those: HowMany, count: string): Result<NumberTest | { readonly every: true }, TestProblem> {
  if (those === 'every') return done({ every: true })
  if (those === 'some') return done({ atLeast: 1 })
  if (those === 'none') return done({ atMost: 0 })
  const entries = count.trim()
  return /^\d{1,3}$/.test(entries) ? done(numberTest(those, Number(entries))) : refused({ code: 'count-not-whole' })
}

/** Of how many items of a list it must hold, as it stands in the fields. */
export function typedHowMany({
  items: _items,
  where: _where,
  ...many
}: ItemsExpression): Pick<TypedTest, 'howMany' | 'count'> {
  if ('every' in many) return { howMany: 'every', count: '' }
  const [test = '', count] = Object.entries(many)[0] ?? []
  if (test === 'atLeast' && count === 1) return { howMany: 'some', count: '' }
  if (test === 'atMost' && count === 0) return { howMany: 'none', count: '' }
  return { howMany: test, count: String(count) }
}

function readSum(form: Form, place: ConditionPlace, typed: TypedTest): Result<Expression, TestProblem> {
  const ids = addableFrom(form, place)
    .map(({ id }) => id)
    .filter((id) => typed.addends.includes(id))
  if (ids.length === 0) return refused({ code: 'addends-not-chosen' })
  const test = numberTests.find((each) => each === typed.test)
  if (test === undefined) return refused({ code: 'test-not-chosen' })
  const value = readNumber(typed.value)
  if (value === undefined)
    return refused({ code: typed.value.trim() === '' ? 'value-not-entered' : 'value-not-a-number' })
  return done({ sum: ids, ...numberTest(test, value) })
}

function numberTest(test: (typeof numberTests)[number], value: number): NumberTest {
  if (test === 'atLeast') return { atLeast: value }
  if (test === 'above') return { above: value }
  return test === 'atMost' ? { atMost: value } : { below: value }
}

function readValue(question: Question, value: string): Scalar | undefined {
  if ('options' in question) return question.options.find((option) => option.value === value)?.value
  const nature = NATURES[question.type]
  if (nature === 'boolean') return value === 'yes' ? true : value === 'no' ? false : undefined
  if (nature === 'number') return readNumber(value)
  if (nature === 'day') return isIsoDay(value) ? value : undefined
  return value.trim() === '' ? undefined : value.trim()
}

/** Pounds, percent signs, spaces and commas between thousands are left out. */
function readNumber(text: string): number | undefined {
  const bare = text.replaceAll(/[£%,\s]/g, '')
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(bare) ? Number(bare) : undefined
}

function whyNoValue(question: Question, value: string): 'value-not-entered' | 'value-not-a-number' | 'value-not-a-day' {
  const nature = NATURES[question.type]
  if (nature === 'day') return 'value-not-a-day'
  return nature === 'number' && value.trim() !== '' ? 'value-not-a-number' : 'value-not-entered'
}

/** Nothing picked yet. */
export const blankTest: TypedTest = {
  subject: '',
  test: '',
  value: '',
  values: [],
  other: '',
  addends: [],
  howMany: '',
  count: '',
}

/** A test as it stands in the fields, the inverse of {@link readTest}; undefined for a group, which has parts instead. */
export function typedTest(expression: Expression): TypedTest | undefined {
  if ('compare' in expression) {
    const [subject, comparison, other] = expression.compare
    return { ...blankTest, subject, test: `compare-${comparison}`, other }
  }
  if ('items' in expression) {
    const where = typedTest(expression.where)
    return where && { ...where, ...typedHowMany(expression) }
  }
  if ('sum' in expression || 'question' in expression) {
    const subject = 'sum' in expression ? SUM : expression.question
    const addends = 'sum' in expression ? expression.sum : []
    const [test = '', value] = Object.entries(expression).find(([key]) => key !== 'question' && key !== 'sum') ?? []
    if (test === 'answered') return { ...blankTest, subject, test: value === true ? 'answered' : 'unanswered' }
    if (Array.isArray(value)) return { ...blankTest, subject, test, values: value.map(valueText) }
    return { ...blankTest, subject, test, value: valueText(value as Scalar), addends }
  }
  return undefined
}

const valueText = (value: Scalar): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))
