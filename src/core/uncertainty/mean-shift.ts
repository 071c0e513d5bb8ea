import { meanOf } from './distribution.ts'
import type { UncertainWorth } from './uncertain-options.ts'

/** By how much the mean of what an option may come to lies away from what it comes to as it stands. */
export type MeanShift = {
  /** What the option comes to with all as it stands. */
  readonly middle: number
  /** The mean: the sum of the means of its lines, whatever goes together with what. */
  readonly mean: number
  /** By how much each driver moves it, those that move it the most first. Together they are all of the difference. */
  readonly causes: readonly { readonly driver: string; readonly amount: number }[]
}

/** Below this share of what a line is worth a difference is one of rounding. */
const rounding = 1e-9

/**
 * Why the mean lies away from the middle: a range that reaches further to one side than to the other has its mean on that
 * side. It is exact, and no simulation is needed for it: the mean of a sum is the sum of the means.
 *
 * @see docs/sources.md#uncertainty
 * @example meanShift([{ driver: 'Staff', worth: -100, factor: { kind: 'triangular', low: 0.9, mode: 1, high: 1.4 } }]) // => { middle: -100, mean: ≈ -110, causes: [{ driver: 'Staff', amount: ≈ -10 }] }
 */
export function meanShift(lines: readonly UncertainWorth[]): MeanShift {
  const amounts = new Map<string, number>()
  for (const { driver, worth, factor } of lines) {
    const by = meanOf(factor) - 1
    if (Math.abs(by) > rounding) amounts.set(driver, (amounts.get(driver) ?? 0) + worth * by)
  }
  const causes = [...amounts]
    .map(([driver, amount]) => ({ driver, amount }))
    .filter(({ amount }) => amount !== 0)
    .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount) || (one.driver < other.driver ? -1 : 1))
  const middle = lines.reduce((sum, { worth }) => sum + worth, 0)
  return { middle, mean: causes.reduce((sum, { amount }) => sum + amount, middle), causes }
}
