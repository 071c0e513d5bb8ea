/** What comparisons of criteria in pairs come to. */
export type PairWeights = {
  /** Of each criterion, together 1. */
  readonly weights: readonly number[]
  /** How far the comparisons contradict one another: 0 where they do not at all, about 1 where they are made at random. */
  readonly consistencyRatio: number
}

/** The mean index of comparisons made at random, by how many criteria there are (Saaty 1980). */
const randomIndices = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

/** As many criteria as the index is known for. */
export const mostInPairs = randomIndices.length - 1

/** Comparisons with a greater ratio should be looked at again (Saaty 1980). They are not refused. */
export const mostInconsistent = 0.1

/** Steps after which weights no longer move, with room to spare: each takes a part off what is wrong. */
const steps = 1000

/**
 * Weights by the analytic hierarchy process: the principal eigenvector of comparisons in pairs. They say how much more one
 * criterion matters than another without looking at the step from its worst to its best, so that they are outside the guidance
 * of the Green Book, which has swing weights.
 *
 * @param pairs how many times as much the criterion of a row matters as that of a column: above 0, of which those above the
 *   diagonal count; at most {@link mostInPairs} rows, each as long
 * @throws {RangeError} if a comparison is not above 0, or there are more: a fault of ours, since people's input was checked
 * @see docs/sources.md#mcda
 * @example pairWeights([[1, 3], [1 / 3, 1]]) // => { weights: ≈ [0.75, 0.25], consistencyRatio: 0 }
 */
export function pairWeights(pairs: readonly (readonly number[])[]): PairWeights {
  const count = pairs.length
  const matrix = pairs.map((row, at) => row.map((_, beside) => comparison(pairs, at, beside)))
  if (
    count > mostInPairs ||
    !matrix.every((row) => row.length === count && row.every((each) => each > 0 && each < Infinity))
  )
    throw new RangeError('comparisons must be above 0, and of at most 15 criteria')
  let weights: readonly number[] = pairs.map(() => 1 / count)
  for (let step = 0; step < steps; step += 1) weights = shares(times(matrix, weights))
  const largest = times(matrix, weights).reduce((sum, each) => sum + each, 0)
  const random = randomIndices[count] ?? 0
  return { weights, consistencyRatio: random === 0 ? 0 : Math.max(0, (largest - count) / (count - 1) / random) }
}

function comparison(pairs: readonly (readonly number[])[], at: number, beside: number): number {
  if (at === beside) return 1
  return at < beside ? (pairs[at]?.[beside] ?? Number.NaN) : 1 / (pairs[beside]?.[at] ?? Number.NaN)
}

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] =>
  matrix.map((row) => row.reduce((sum, each, at) => sum + each * (vector[at] ?? 0), 0))

function shares(vector: readonly number[]): readonly number[] {
  const all = vector.reduce((sum, each) => sum + each, 0)
  return vector.map((each) => each / all)
}
