import { type McdaCase, weightsOf } from '../weigh.ts'
import { checkNumbers } from './columns.ts'

/**
 * The weighted product: values to the power of their weights, multiplied. What is nothing on a criterion that weighs
 * something is nothing in all: no other criterion makes up for it.
 *
 * @returns of each option, in the unit of the values
 * @throws {RangeError} if a value is below nothing or not finite, or a weight below nothing
 * @see docs/sources.md#mcda
 */
export function weightedProduct({ criteria, values }: McdaCase): readonly number[] {
  const weights = weightsOf(criteria)
  checkNumbers(values, weights)
  if (values.some((row) => row.some((value) => value < 0))) throw new RangeError('values must not be below nothing')
  return values.map((row) => row.reduce((product, value, at) => product * value ** (weights[at] ?? 0), 1))
}
