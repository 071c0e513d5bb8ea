import { done, type Result, refused } from '../../result.ts'
import { readNumber } from '../../rounds/field-problem.ts'
import type { ReviewCriterion } from '../review-criterion.ts'
import { type ReasonProblem, reasonProblems } from './read-swings.ts'

/** What one person gave on one criterion, by option. */
export type Scores = { readonly given: Readonly<Record<string, number>>; readonly reason: string }

export type ScoreProblem =
  | { readonly code: 'score-missing' | 'not-a-score' | 'not-a-measurement'; readonly option: string }
  | ReasonProblem

const farthest = 1e12

/**
 * Reads what one person gives the options on one criterion: 0 to 100 between its anchors, or measurements, which may lie
 * beyond the anchors and are worth no more there.
 */
export function readScores(
  criterion: ReviewCriterion,
  options: readonly { readonly id: string }[],
  typed: { readonly scores: Readonly<Record<string, string>>; readonly reason: string },
): Result<Scores, ScoreProblem> {
  const given: Record<string, number> = {}
  const problems: ScoreProblem[] = []
  const limits =
    criterion.unit === null
      ? ({ least: 0, most: 100, decimals: 1 } as const)
      : ({ least: -farthest, most: farthest, decimals: 6 } as const)
  for (const { id: option } of options) {
    const line = typed.scores[option] ?? ''
    const read = readNumber('score', line, limits)
    if (read.ok) given[option] = read.value
    else if (line.trim() === '') problems.push({ code: 'score-missing', option })
    else problems.push({ code: criterion.unit === null ? 'not-a-score' : 'not-a-measurement', option })
  }
  problems.push(...reasonProblems(criterion.id, typed.reason))
  return problems.length > 0 ? refused(...problems) : done({ given, reason: typed.reason.trim() })
}
