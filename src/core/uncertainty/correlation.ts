/** How much two lines go together, from -1 to 1: the correlation of the normal variables behind them (a Gaussian copula). */
export type Correlation = readonly [one: string, other: string, by: number]

const rounding = 1e-10

/**
 * The lower triangle whose product with itself turned over is the matrix of these correlations (Cholesky), row by row.
 *
 * @returns undefined when no variables can be correlated so
 */
export function triangleOf(
  ids: readonly string[],
  correlations: readonly Correlation[],
): readonly Float64Array[] | undefined {
  const matrix = ids.map((_, row) => Float64Array.from(ids, (_, column) => (row === column ? 1 : 0)))
  for (const [one, other, by] of correlations) {
    const [row, column] = [ids.indexOf(one), ids.indexOf(other)]
    const [first, second] = [matrix[row], matrix[column]]
    if (first !== undefined) first[column] = by
    if (second !== undefined) second[row] = by
  }
  const triangle = ids.map(() => new Float64Array(ids.length))
  for (const [row, values] of triangle.entries())
    for (let column = 0; column <= row; column += 1) {
      const other = triangle[column] ?? new Float64Array()
      let rest = matrix[row]?.[column] ?? 0
      for (let at = 0; at < column; at += 1) rest -= (values[at] ?? 0) * (other[at] ?? 0)
      if (row === column) {
        if (rest < -rounding) return undefined
        values[row] = Math.sqrt(Math.max(0, rest))
      } else if ((other[column] ?? 0) > rounding) values[column] = rest / (other[column] ?? 1)
      else if (Math.abs(rest) > rounding) return undefined
    }
  return triangle
}
