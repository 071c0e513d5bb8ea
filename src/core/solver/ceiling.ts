import type { Tableau } from './tableau.ts'

/** A value that nothing between the bounds is above, and what each column adds to it for one more. */
export type Ceiling = { readonly height: number; readonly slopes: Float64Array }

/** The ceiling of the objective by the prices of rows that the slopes of a tableau are. */
export const ceilingOf = (tableau: Tableau): Ceiling =>
  ceilingBy(tableau, tableau.program.objective, (column) => tableau.slope[column] as number)

/**
 * Whether a row of a tableau shows that nothing keeps to the bounds: a ceiling of nothing at all that is below nothing.
 *
 * @param sign 1 where the row is too high, −1 where it is too low
 */
export function isImpossible(tableau: Tableau, row: number, sign: number): boolean {
  const { program, table, bound } = tableau
  const price = (column: number): number => -sign * (table[row * program.columns + column] as number)
  const nothing = new Float64Array(program.columns)
  return ceilingBy(tableau, nothing, price, { variable: bound[row] as number, price: sign }).height < -1e-9
}

/** Any prices give a ceiling, which is worked out from the program itself: what the table has lost by rounding makes it no lower. */
function ceilingBy(
  { program, free }: Tableau,
  objective: Float64Array,
  priceOf: (column: number) => number,
  also?: { readonly variable: number; readonly price: number },
): Ceiling {
  const { columns, matrix, low, high } = program
  const slopes = Float64Array.from(objective)
  let height = 0
  const charge = (variable: number, price: number): void => {
    const end = (price > 0 ? high[variable] : low[variable]) as number
    if (variable < columns || price === 0 || !Number.isFinite(end)) return
    height += price * end
    const from = (variable - columns) * columns
    for (let column = 0; column < columns; column += 1)
      slopes[column] = (slopes[column] as number) - price * (matrix[from + column] as number)
  }
  for (let column = 0; column < columns; column += 1) charge(free[column] as number, priceOf(column))
  if (also !== undefined) charge(also.variable, also.price)
  for (let column = 0; column < columns; column += 1) {
    const rise = slopes[column] as number
    height += rise * ((rise > 0 ? high[column] : low[column]) as number)
  }
  return { height, slopes }
}
