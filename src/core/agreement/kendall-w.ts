import { chiSquaredTail } from '../statistics/chi-squared.ts'
import { type CompleteRatings, ratio } from './ratings.ts'

/** Kendall's coefficient of concordance: 0 no common order, 1 the same order. `p`: the chance of as much by chance. */
export type Concordance = { readonly w: number; readonly chiSquared: number; readonly p: number }

/** The places of some values, the smallest 1; equal ones share the mean of theirs. */
export function ranksOf(values: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const order = values.map((_, index) => index).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0))
  const ranks = new Array<number>(values.length).fill(0)
  let ties = 0
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1
    const shared = (start + 1 + end) / 2
    for (const index of order.slice(start, end)) ranks[index] = shared
    const size = end - start
    ties += size ** 3 - size
    start = end
  }
  return { ranks, ties }
}

/**
 * Whether judges put the rows in the same order, corrected for ties.
 *
 * @returns null when there is nothing to put in order: fewer than two rows, or every judge's scores all equal
 * @see Kendall and Gibbons, Rank Correlation Methods, 5th edition, chapter 6
 */
export function kendallW(ratings: CompleteRatings): Concordance | null {
  const [n, m] = [ratings.length, ratings[0]?.length ?? 0]
  const judges = Array.from({ length: m }, (_, judge) => ranksOf(ratings.map((row) => row[judge] ?? 0)))
  const sums = ratings.map((_, row) => judges.reduce((total, { ranks }) => total + (ranks[row] ?? 0), 0))
  const mean = (m * (n + 1)) / 2
  const spread = sums.reduce((total, rankSum) => total + (rankSum - mean) ** 2, 0)
  const ties = judges.reduce((total, judge) => total + judge.ties, 0)
  const w = ratio(12 * spread, m * m * (n ** 3 - n) - m * ties)
  if (w === null || n < 2) return null
  const chiSquared = m * (n - 1) * w
  return { w, chiSquared, p: chiSquaredTail(chiSquared, n - 1) }
}
