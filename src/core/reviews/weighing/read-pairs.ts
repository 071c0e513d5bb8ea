import { pairWeights } from '../../mcda/index.ts'
import { done, type Result, refused } from '../../result.ts'
import type { ReviewCriterion } from '../review-criterion.ts'
import { type Pairs, pairMatrix } from './pairs.ts'
import { type ReasonProblem, reasonProblems, type Swings, type Typed } from './read-swings.ts'

/** What is wrong with comparisons: one that is not made, named by its criteria, or a reason. */
export type PairProblem =
  | { readonly code: 'pair-missing'; readonly one: string; readonly other: string }
  | ReasonProblem

/** The scale of the comparisons (Saaty 1980): how many times as much one matters, and what that means. */
export const pairScale = [
  { times: 9, means: 'extremely' },
  { times: 8, means: '' },
  { times: 7, means: 'very much' },
  { times: 6, means: '' },
  { times: 5, means: 'much' },
  { times: 4, means: '' },
  { times: 3, means: 'somewhat' },
  { times: 2, means: '' },
] as const

/** Every comparison as it is chosen: `9` where the first matters nine times as much, `1/9` where the second does. */
export const pairChoices: ReadonlyMap<string, number> = new Map([
  ...pairScale.map(({ times }) => [String(times), times] as const),
  ['1', 1],
  ...pairScale.toReversed().map(({ times }) => [`1/${times}`, 1 / times] as const),
])

/** The two criteria of every comparison, in their order. */
export const pairsOf = <Each>(criteria: readonly Each[]): readonly (readonly [one: Each, other: Each])[] =>
  criteria.flatMap((one, at) => criteria.slice(at + 1).map((other) => [one, other] as const))

/**
 * Reads what one person compared in pairs, and works out the points that it comes to: together 100.
 *
 * @param chosen what was chosen for each pair, one of {@link pairChoices}
 */
export function readPairs(
  criteria: readonly ReviewCriterion[],
  chosen: (one: string, other: string) => string,
  typed: Readonly<Record<string, Pick<Typed, 'reason'>>>,
): Result<Swings & { readonly pairs: Pairs }, PairProblem> {
  const pairs: Record<string, Record<string, number>> = {}
  const problems: PairProblem[] = []
  for (const [{ id: one }, { id: other }] of pairsOf(criteria)) {
    const times = pairChoices.get(chosen(one, other))
    if (times === undefined) problems.push({ code: 'pair-missing', one, other })
    else pairs[one] = { ...pairs[one], [other]: times }
  }
  const reasons = Object.fromEntries(criteria.map(({ id }) => [id, typed[id]?.reason.trim() ?? '']))
  problems.push(...criteria.flatMap(({ id }) => reasonProblems(id, typed[id]?.reason ?? '')))
  if (problems.length > 0) return refused(...problems)
  const { weights } = pairWeights(pairMatrix(criteria, pairs))
  return done({
    points: Object.fromEntries(criteria.map(({ id }, at) => [id, (weights[at] ?? 0) * 100])),
    reasons,
    pairs,
  })
}
