import { type McdaCase, weightsOf } from '../weigh.ts'
import { checkNumbers, columnsOf, scaled } from './columns.ts'

/** What an option comes to by VIKOR: of each figure less is better. */
export type Compromise = {
  /** How far it is from the best on all criteria together. */
  readonly sum: number
  /** The most that it is from the best on one criterion. */
  readonly regret: number
  /** Both between the options' best, 0, and worst, 1, each counting half. */
  readonly compromise: number
}

/**
 * VIKOR, with half the weight on the sum and half on the largest regret. A criterion on which no option differs, and a weight
 * of nothing, decide nothing.
 *
 * @returns of each option
 * @throws {RangeError} if a value is not finite or a weight below nothing
 * @see docs/sources.md#mcda
 */
export function vikor({ criteria, values }: McdaCase): readonly Compromise[] {
  const weights = weightsOf(criteria)
  checkNumbers(values, weights)
  const ranges = columnsOf(values, criteria.length).map((column) => scaled(column, 'range'))
  const differs = ranges.map((range) => range.includes(1))
  const short = values.map((_, option) =>
    weights.map((weight, at) => (differs[at] === true ? weight * (1 - (ranges[at]?.[option] ?? 0)) : 0)),
  )
  const sums = short.map((row) => row.reduce((sum, each) => sum + each, 0))
  const regrets = short.map((row) => Math.max(...row))
  const [bySum, byRegret] = [scaled(sums, 'range'), scaled(regrets, 'range')]
  return values.map((_, option) => ({
    sum: sums[option] ?? 0,
    regret: regrets[option] ?? 0,
    compromise: ((bySum[option] ?? 0) + (byRegret[option] ?? 0)) / 2,
  }))
}
