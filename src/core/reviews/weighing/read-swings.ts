import { done, type Result, refused } from '../../result.ts'
import { readNumber } from '../../rounds/field-problem.ts'
import type { ReviewCriterion } from '../review-criterion.ts'
import type { WeighingMethod } from './weighing.ts'

/** What somebody typed for one criterion; '' where nothing. */
export type Typed = { readonly points: string; readonly reason: string }

export type Swings = {
  readonly points: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, string>>
}

/** What is wrong with weights. Those with a criterion are about what was typed there. */
export type SwingProblem =
  | { readonly code: 'points-missing' | 'not-points'; readonly criterion: string }
  | { readonly code: 'reason-missing'; readonly criterion: string }
  | { readonly code: 'reason-too-long'; readonly criterion: string; readonly most: number }
  | { readonly code: 'none-is-100' }
  /** `sum`: what the percentages come to. */
  | { readonly code: 'not-100-together'; readonly sum: number }

export const mostReason = 500

/**
 * Reads the weights of one person. Swing points: 100 for the criterion whose swing from worst to best matters most, and 0 to
 * 100 for the others beside it. Percentages: 100 together. Each has its reason.
 */
export function readSwings(
  method: Exclude<WeighingMethod, 'pairs'>,
  criteria: readonly ReviewCriterion[],
  typed: Readonly<Record<string, Typed>>,
): Result<Swings, SwingProblem> {
  const points: Record<string, number> = {}
  const reasons: Record<string, string> = {}
  const problems: SwingProblem[] = []
  for (const { id: criterion } of criteria) {
    const { points: line, reason } = typed[criterion] ?? { points: '', reason: '' }
    const read = readNumber('points', line, { least: 0, most: 100, decimals: 1 })
    if (read.ok) points[criterion] = read.value
    else problems.push({ code: line.trim() === '' ? 'points-missing' : 'not-points', criterion })
    problems.push(...reasonProblems(criterion, reason))
    reasons[criterion] = reason.trim()
  }
  const all = Object.values(points)
  if (problems.length === 0 && method === 'swing' && Math.max(...all) !== 100) problems.push({ code: 'none-is-100' })
  const sum = all.reduce((total, each) => total + each, 0)
  if (problems.length === 0 && method === 'percentage' && Math.abs(sum - 100) > 1e-9)
    problems.push({ code: 'not-100-together', sum: Math.round(sum * 10) / 10 })
  return problems.length > 0 ? refused(...problems) : done({ points, reasons })
}

/** What is wrong with a reason for weights or scores. */
export type ReasonProblem = Extract<
  SwingProblem,
  { readonly code: 'reason-missing' } | { readonly code: 'reason-too-long' }
>

export function reasonProblems(criterion: string, reason: string): readonly ReasonProblem[] {
  if (reason.trim() === '') return [{ code: 'reason-missing', criterion }]
  return reason.length > mostReason ? [{ code: 'reason-too-long', criterion, most: mostReason }] : []
}
