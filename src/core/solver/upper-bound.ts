import type { LinearProgram, Row } from './linear-program.ts'

/** What a row is worth a unit. A price for a bound that is not there is none. */
const priceOf = ({ lower, upper }: Row, price = 0): number => (Number.isFinite(price > 0 ? upper : lower) ? price : 0)

/**
 * What each unknown adds to the objective, less what it takes of the rows at these prices.
 *
 * @param rowPrices one for each row, in its unit: any will do
 */
export function reducedCostsOf({ objective, rows }: LinearProgram, rowPrices: Float64Array): Float64Array {
  const reduced = Float64Array.from(objective)
  rows.forEach((row, place) => {
    const price = priceOf(row, rowPrices[place])
    if (price === 0) return
    row.columns.forEach((column, at) => {
      reduced[column] = (reduced[column] as number) - price * (row.values[at] as number)
    })
  })
  return reduced
}

/**
 * More than this no values of a program can be worth, whole or not: what its rows allow is paid for at these prices, and
 * each unknown is at the bound where it adds most beyond them. It holds at any prices; at the best it is the optimum.
 *
 * @param reducedCosts those at the same prices
 * @see docs/sources.md#assignment (weak duality)
 * @example // at most 3 x + 2 y, each up to 1, x + y at most 1; at a price of 2: 2 × 1 + (3 − 2) × 1 = 3, which (1, 0) is worth
 */
export function upperBoundOf(
  { columnLower, columnUpper, rows }: LinearProgram,
  rowPrices: Float64Array,
  reducedCosts: Float64Array,
): number {
  let bound = 0
  rows.forEach((row, place) => {
    const price = priceOf(row, rowPrices[place])
    if (price !== 0) bound += price * (price > 0 ? row.upper : row.lower)
  })
  reducedCosts.forEach((gain, column) => {
    if (gain !== 0) bound += gain * ((gain > 0 ? columnUpper[column] : columnLower[column]) as number)
  })
  return bound
}

/** What values add up to. */
export const worthOf = ({ objective }: LinearProgram, values: ArrayLike<number>): number =>
  objective.reduce((sum, each, column) => sum + each * (values[column] ?? 0), 0)
