import { checkValueFunction } from '../../mcda/index.ts'
import type { ReviewCriterion } from '../review-criterion.ts'

/** Why weighing cannot begin. */
export type BeginProblem =
  | { readonly code: 'too-few-criteria' | 'too-few-options' | 'no-scorers' }
  | { readonly code: 'points-do-not-fit'; readonly criterion: string }

type Begun = {
  readonly criteria: readonly ReviewCriterion[]
  readonly options: readonly unknown[]
  readonly scorers: number
}

/**
 * Looks at what is to be weighed: two criteria whose anchors are said, two options, and somebody who scores.
 *
 * @returns all that is in the way
 */
export const beginProblems = ({ criteria, options, scorers }: Begun): readonly BeginProblem[] => [
  ...(criteria.length < 2 ? [{ code: 'too-few-criteria' } as const] : []),
  ...criteria
    .filter(({ points }) => !checkValueFunction(points).ok || !spans(points))
    .map(({ title }) => ({ code: 'points-do-not-fit', criterion: title }) as const),
  ...(options.length < 2 ? [{ code: 'too-few-options' } as const] : []),
  ...(scorers === 0 ? [{ code: 'no-scorers' } as const] : []),
]

/** Weights are of the whole swing from worst to best, so that both anchors must be among the points. */
const spans = (points: ReviewCriterion['points']): boolean =>
  points.some(({ value }) => value === 0) && points.some(({ value }) => value === 1)
