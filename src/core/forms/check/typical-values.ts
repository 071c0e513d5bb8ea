import { addDays, isIsoDay } from '../../time/day.ts'
import type { Answered } from '../answers.ts'
import type { CheckboxesQuestion, Question } from '../definition.ts'
import type { Expression, Scalar } from '../expression-shape.ts'
import { readsSeveral } from '../references.ts'

/** With more options mentioned than this, only some combinations of ticks are tried. */
const MOST_COMBINED = 8

/** An answer that no test but `answered` can tell from others. */
const ANYTHING = '\u{10ffff}'

/** What the tests of one question compare it with. */
export function mentionedOf(expression: Expression, id: string): readonly Scalar[] {
  if ('all' in expression) return expression.all.flatMap((part) => mentionedOf(part, id))
  if ('any' in expression) return expression.any.flatMap((part) => mentionedOf(part, id))
  if ('not' in expression) return mentionedOf(expression.not, id)
  if ('items' in expression) return mentionedOf(expression.where, id)
  if (readsSeveral(expression) || expression.question !== id) return []
  return Object.entries(expression)
    .filter(([key]) => key !== 'question' && key !== 'answered')
    .flatMap(([, value]) => value as Scalar | readonly Scalar[])
}

/**
 * Answers that stand for all others: whatever tests of these values can tell apart, one of the answers meets. The last is no
 * answer. Only answers that a submission accepts, but for the length of texts.
 */
export function typicalValues(question: Question, mentioned: readonly Scalar[]): readonly (Answered | undefined)[] {
  return [...new Set([...answersOf(question, mentioned), undefined])]
}

function answersOf(question: Question, mentioned: readonly Scalar[]): readonly Answered[] {
  switch (question.type) {
    case 'yes-no':
    case 'declaration':
      return [true, false]
    case 'radios':
    case 'select':
      return question.options.map((option) => option.value)
    case 'checkboxes':
      return ticks(question, mentioned)
    case 'date':
      return days(question, mentioned)
    case 'whole-number':
    case 'number':
    case 'money':
    case 'percentage':
      return numbers(question, mentioned)
    default:
      return [...mentioned, ANYTHING]
  }
}

/** Every combination of the options that are mentioned, with or without another, within the most that may be ticked. */
function ticks(
  { options, max = options.length }: CheckboxesQuestion,
  mentioned: readonly Scalar[],
): readonly Answered[] {
  const values = options.map((option) => option.value)
  const named = values.filter((value) => mentioned.includes(value))
  const other = values.filter((value) => !named.includes(value)).slice(0, 1)
  const told = named.length <= MOST_COMBINED ? combinations(named) : [named, ...named.map((value) => [value]), []]
  const sets = told.flatMap((set) => [set, [...set, ...other]])
  return sets.filter((set) => set.length > 0 && set.length <= max)
}

const combinations = (values: readonly string[]): readonly (readonly string[])[] =>
  values.reduce<readonly (readonly string[])[]>(
    (sets, value) => sets.concat(sets.map((set) => set.concat(value))),
    [[]],
  )

/** Each day mentioned and its neighbours. */
function days(
  { min = '0000-01-01', max = '9999-12-31' }: { readonly min?: string; readonly max?: string },
  mentioned: readonly Scalar[],
) {
  const named = mentioned.filter((value) => typeof value === 'string').filter(isIsoDay)
  const near = named.flatMap((day) => [-1, 0, 1].map((step) => addDays(day, step)))
  return [...near, min, max].filter((day) => isIsoDay(day) && day >= min && day <= max)
}

type NumberRange = { readonly type: string; readonly min?: number; readonly max?: number }

/** Each number mentioned, one between each two and one beyond each end. */
function numbers(
  { type, min = -Infinity, max = Infinity }: NumberRange,
  mentioned: readonly Scalar[],
): readonly number[] {
  const named = [...mentioned, min, max, 0].filter((value) => typeof value === 'number').filter(Number.isFinite)
  const sorted = [...new Set(named)].sort((a, b) => a - b)
  const between = sorted.flatMap((value, index) => {
    const next = sorted[index + 1] ?? value + 2
    return type === 'whole-number' ? [Math.ceil(value), Math.floor(value) + 1] : [value, (value + next) / 2]
  })
  const lowest = (sorted[0] ?? 0) - 1
  return [...between, Math.floor(lowest)].filter((value) => value >= min && value <= max)
}
