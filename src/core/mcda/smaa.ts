import { rankCounter } from './count-ranks.ts'
import { forBlocks, isCertain } from './smaa-blocks.ts'
import type { KnownWeights, SmaaCase } from './smaa-case.ts'

/** Shares of samples, row by row in the order of the options. */
export type Smaa = {
  /** A column for each rank, the first the best. Options of one total share their ranks. */
  readonly rankAcceptability: readonly (readonly number[])[]
  /** The mean weights of the samples in which the option is first; null if it never is. */
  readonly centralWeights: readonly (readonly number[] | null)[]
  /** How often it is first at those weights. */
  readonly confidence: readonly (number | null)[]
  /** How often the row is better than the column. */
  readonly pairwise: readonly (readonly number[])[]
}

/**
 * Stochastic multicriteria acceptability analysis: which options are best under which weights, where weights and values are
 * not fully known. By scrambled Sobol numbers: the same for the same seed.
 *
 * @see Lahdelma and Salminen 2001, SMAA-2; Tervonen and Lahdelma 2007, Implementing stochastic multicriteria acceptability analysis
 */
export function acceptability(given: SmaaCase): Smaa {
  const { options, criteria, samples, weights } = given
  const { count, counts } = rankCounter(options.length, criteria.length)
  forBlocks(given, weights, count)
  const shares = (rows: readonly Float64Array[]) => rows.map((row) => [...row].map((times) => times / samples))
  const centralWeights = options.map((_, option) => {
    const first = counts.firsts[option] ?? 0
    return first === 0 ? null : [...(counts.weightSums[option] ?? [])].map((sum) => sum / first)
  })
  return {
    rankAcceptability: shares(counts.ranks),
    centralWeights,
    confidence: centralWeights.map((exact, option) => (exact === null ? null : firstShare(given, exact, option))),
    pairwise: shares(counts.wins),
  }
}

/** How often an option is first when the weights are these. */
function firstShare(given: SmaaCase, exact: readonly number[], option: number): number {
  const weights: KnownWeights = { exact }
  const samples = isCertain(given, weights) ? 1 : given.samples
  const { count, counts } = rankCounter(given.options.length, given.criteria.length)
  forBlocks({ ...given, samples }, weights, count)
  return (counts.firsts[option] ?? 0) / samples
}
