import { isIsoDay } from '../time/day.ts'
import type { Answered } from './answers.ts'
import { exactSum } from './exact-sum.ts'
import type { AnswerTest, Comparison, Expression, ItemsExpression, NumberTest, Scalar } from './expression-shape.ts'

/** What an expression may look at. */
export type Reading = {
  /** The answer, or undefined when the question is hidden or not answered. */
  readonly value: (question: string) => Answered | undefined
  /** What the question adds to a sum: undefined when it is hidden, not answered or not numbers. */
  readonly total: (question: string) => number | undefined
  /** What each item of a repeating group shows: none when the group is hidden or not answered. */
  readonly items: (group: string) => readonly Reading[]
}

/**
 * Whether an expression holds. It ends, since an expression is a finite tree, and it cannot fail: a test of a question that is
 * hidden, not answered or answered with something unsuitable is false, but for `answered: false` and `isNot`, which is exactly
 * `not` of `is`. A sum leaves out what is not answered, and is false when nothing is. `all` of nothing holds, `any` does not.
 * What is asked of the items of a list is false when there are none.
 */
export function holds(expression: Expression, reading: Reading): boolean {
  if ('all' in expression) return expression.all.every((part) => holds(part, reading))
  if ('any' in expression) return expression.any.some((part) => holds(part, reading))
  if ('not' in expression) return !holds(expression.not, reading)
  if ('sum' in expression) return sumHolds(expression.sum, expression, reading)
  if ('items' in expression) return itemsHold(expression, reading)
  if ('compare' in expression) {
    const [left, comparison, right] = expression.compare
    return compares(reading.value(left), comparison, reading.value(right))
  }
  return testHolds(expression, reading.value(expression.question))
}

function sumHolds(questions: readonly string[], test: NumberTest, reading: Reading): boolean {
  const totals = questions.map(reading.total).filter((total) => total !== undefined)
  return totals.length > 0 && numberHolds(test, exactSum(totals))
}

function itemsHold(test: ItemsExpression, reading: Reading): boolean {
  const items = reading.items(test.items)
  const those = items.filter((item) => holds(test.where, item)).length
  return items.length > 0 && ('every' in test ? those === items.length : numberHolds(test, those))
}

function testHolds(test: AnswerTest, value: Answered | undefined): boolean {
  if ('answered' in test) return (value !== undefined) === test.answered
  if ('isNot' in test) return value !== test.isNot
  if (value === undefined) return false
  if ('is' in test) return value === test.is
  if ('anyOf' in test) return chosen(value).some((one) => test.anyOf.includes(one))
  if ('includes' in test) return Array.isArray(value) && value.includes(test.includes)
  if ('before' in test) return isDay(value) && value < test.before
  if ('after' in test) return isDay(value) && value > test.after
  return typeof value === 'number' && numberHolds(test, value)
}

function numberHolds(test: NumberTest, value: number): boolean {
  if ('above' in test) return value > test.above
  if ('atLeast' in test) return value >= test.atLeast
  if ('below' in test) return value < test.below
  return value <= test.atMost
}

function compares(left: Answered | undefined, comparison: Comparison, right: Answered | undefined): boolean {
  if (left === undefined || right === undefined) return false
  if (comparison === 'is') return left === right
  if (comparison === 'isNot') return left !== right
  if (isDay(left) && isDay(right)) return ordered(left, comparison, right)
  return typeof left === 'number' && typeof right === 'number' && ordered(left, comparison, right)
}

function ordered<Value extends number | string>(left: Value, comparison: Comparison, right: Value): boolean {
  if (comparison === 'above' || comparison === 'after') return left > right
  if (comparison === 'below' || comparison === 'before') return left < right
  return comparison === 'atLeast' ? left >= right : left <= right
}

/** ISO days are in the order of their text. */
const isDay = (value: Answered): value is string => typeof value === 'string' && isIsoDay(value)

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const chosen = (value: Answered): readonly Scalar[] => (Array.isArray(value) ? value : [value]).filter(isScalar)
