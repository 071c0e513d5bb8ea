import { rankCounter } from './count-ranks.ts'
import { isCertain, valueDrawer } from './draw-values.ts'
import { blockSize, weightDrawer } from './draw-weights.ts'
import type { SmaaCase } from './smaa-case.ts'
import { weightedTotal } from './weighted-totals.ts'

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
  const { options, criteria, samples } = given
  const weights = weightDrawer(given)
  const values = valueDrawer(given)
  const totals = options.map(() => new Float64Array(blockSize))
  const { count, counts } = rankCounter(options.length, criteria.length)
  for (let from = 0; from < samples; from += blockSize) {
    weights.draw(from)
    values.draw(from)
    for (const [option, total] of totals.entries()) weightedTotal(values.block[option] ?? [], weights.block, total)
    count({ length: Math.min(blockSize, samples - from), weights: weights.block, totals })
  }
  const shares = (rows: readonly Float64Array[]) => rows.map((row) => [...row].map((times) => times / samples))
  const centralWeights = options.map((_, option) => {
    const first = counts.firsts[option] ?? 0
    return first === 0 ? null : [...(counts.weightSums[option] ?? [])].map((sum) => sum / first)
  })
  return {
    rankAcceptability: shares(counts.ranks),
    centralWeights,
    confidence: confidences(given, centralWeights),
    pairwise: shares(counts.wins),
  }
}

/** How often each option is first when the weights are its central ones. One sample tells where all values are known. */
function confidences(given: SmaaCase, centralWeights: Smaa['centralWeights']): Smaa['confidence'] {
  const samples = isCertain(given) ? 1 : given.samples
  const values = valueDrawer(given)
  const totals = given.options.map(() => new Float64Array(blockSize))
  const firsts = given.options.map(() => 0)
  for (let from = 0; from < samples; from += blockSize) {
    values.draw(from)
    for (const [option, weights] of centralWeights.entries()) {
      if (weights === null) continue
      for (const [row, total] of totals.entries()) weightedTotal(values.block[row] ?? [], weights, total)
      firsts[option] = (firsts[option] ?? 0) + timesFirst(option, totals, Math.min(blockSize, samples - from))
    }
  }
  return centralWeights.map((weights, option) => (weights === null ? null : (firsts[option] ?? 0) / samples))
}

/** In how many samples no option is better, each that is as good having its part. */
function timesFirst(option: number, totals: readonly Float64Array[], length: number): number {
  const mine = totals[option]
  let times = 0
  for (let at = 0; at < length; at += 1) {
    const own = mine?.[at] ?? 0
    let sharing = 0
    for (const total of totals) {
      const theirs = total[at] ?? 0
      if (theirs > own) {
        sharing = 0
        break
      }
      if (theirs === own) sharing += 1
    }
    if (sharing > 0) times += 1 / sharing
  }
  return times
}
