import type { Question } from '../../core/forms/index.ts'
import { limitNames } from './build-parts.ts'
import type { FormProblem } from './form-problem.ts'
import type { LimitName } from './question-typed.ts'

/** Pairs of limits of which the first must not be above the second. */
const pairs = [
  ['min', 'max', limitNames.max],
  ['minWords', 'maxWords', 'The most words'],
  ['minItems', 'maxItems', limitNames.maxItems],
] as const satisfies readonly (readonly [LimitName, string, string])[]

/**
 * Limits that no answer could keep, said beside their fields.
 *
 * @example crossedLimits({ type: 'long-text', id: 'q', label: 'Why?', minWords: 30, maxWords: 20 })
 * // => one problem at `minWords`: 'The fewest words must not be above the most words'
 */
export function crossedLimits(question: Question): readonly FormProblem[] {
  const limits: { readonly [key: string]: unknown } = question
  const crossed = pairs.flatMap(([least, most, name]) => {
    const [low, high] = [limits[least], limits[most]]
    if (low === undefined || high === undefined || (low as number) <= (high as number)) return []
    if (question.type === 'date') return [limitWrong(least, 'The first day must not be after the last day')]
    return [limitWrong(least, `${limitNames[least]} must not be above ${name.toLowerCase()}`)]
  })
  return crossed.length > 0 ? crossed : beyondOptions(question)
}

function beyondOptions(question: Question): readonly FormProblem[] {
  if (question.type !== 'checkboxes' || (question.min ?? 0) <= question.options.length) return []
  return [limitWrong('min', `${limitNames.min} must not be above the number of options, ${question.options.length}`)]
}

const limitWrong = (field: LimitName, what: string): FormProblem => ({
  code: 'build-wrong',
  problem: { code: 'limit-wrong', field, what },
})
