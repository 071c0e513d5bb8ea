import { type McdaCase, weightsOf } from '../weigh.ts'
import { checkNumbers, columnsOf, type Scaling, scaled } from './columns.ts'

/**
 * TOPSIS: how near each option is to the best values of all options put together, beside how near to the worst. Which option
 * is first may depend on how the criteria are scaled, and on options that are not first themselves.
 *
 * @returns of each option from 0, as far off as can be, to 1; 1 for all where none differ
 * @throws {RangeError} if a value is not finite or a weight below nothing
 * @see docs/sources.md#mcda
 */
export function topsis({ criteria, values }: McdaCase, scaling: Scaling): readonly number[] {
  const weights = weightsOf(criteria)
  checkNumbers(values, weights)
  const columns = columnsOf(values, criteria.length).map((column, at) =>
    scaled(column, scaling).map((value) => value * (weights[at] ?? 0)),
  )
  const away = (option: number, from: (column: readonly number[]) => number): number =>
    Math.hypot(...columns.map((column) => (column[option] ?? 0) - from(column)))
  return values.map((_, option) => {
    const fromBest = away(option, (column) => Math.max(...column))
    const fromWorst = away(option, (column) => Math.min(...column))
    return fromBest + fromWorst === 0 ? 1 : fromWorst / (fromBest + fromWorst)
  })
}
