/** Sums of a quantity over each half of each chain, from which its R-hat is worked out. */
export type Moments = {
  /** Adds the values of one draw, one for each quantity, to a half of a chain. */
  readonly add: (half: number, values: ArrayLike<number>, from: number) => void
  /** The R-hat of each quantity: near 1 when the halves of all chains tell the same. */
  readonly rHats: (drawsInHalf: number) => Float64Array
  /** The mean of each quantity over all draws. */
  readonly means: (drawsInHalf: number) => Float64Array
}

/**
 * @param quantities how many are followed
 * @param halves two for each chain
 * @see Gelman and others, Bayesian Data Analysis, 3rd edition, section 11.4 (split R-hat)
 */
export function followMoments(quantities: number, halves: number): Moments {
  const origin = new Float64Array(quantities)
  const known = new Uint8Array(quantities)
  const sums = Array.from({ length: halves }, () => new Float64Array(quantities))
  const squares = Array.from({ length: halves }, () => new Float64Array(quantities))
  return {
    add: (half, values, from) => {
      const sum = sums[half] as Float64Array
      const square = squares[half] as Float64Array
      for (let index = 0; index < values.length; index += 1) {
        const at = from + index
        const value = values[index] as number
        // Counted from the first draw, so that squares of large numbers do not swallow small differences.
        if (known[at] === 0) {
          origin[at] = value
          known[at] = 1
        }
        const away = value - (origin[at] as number)
        sum[at] = (sum[at] as number) + away
        square[at] = (square[at] as number) + away * away
      }
    },
    rHats: (draws) =>
      Float64Array.from({ length: quantities }, (_, at) => {
        const means = sums.map((sum) => (sum[at] as number) / draws)
        const variances = squares.map(
          (square, half) => ((square[at] as number) - draws * (means[half] as number) ** 2) / (draws - 1),
        )
        const within = variances.reduce((total, value) => total + value, 0) / halves
        const mean = means.reduce((total, value) => total + value, 0) / halves
        const between = means.reduce((total, value) => total + (value - mean) ** 2, 0) / (halves - 1)
        return within > 0 ? Math.sqrt((draws - 1) / draws + between / within) : 1
      }),
    means: (draws) =>
      Float64Array.from(
        { length: quantities },
        (_, at) =>
          (origin[at] as number) + sums.reduce((total, sum) => total + (sum[at] as number), 0) / (draws * halves),
      ),
  }
}
