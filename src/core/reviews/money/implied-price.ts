import type { ReviewOption } from '../read-options.ts'
import type { ReviewAppraisal } from './appraise-review.ts'

/** What the benefits that have no price would have to be worth, for an option to be as good as the best one. */
export type ImpliedPrice = {
  readonly option: ReviewOption
  /** Pounds of the first year, all years together. */
  readonly presentValue: number
  /** Real pounds each year, the first included. */
  readonly aYear: number
  /** For one of what is delivered; null where it was not said how many are. */
  readonly ofOne: number | null
}

export type ImpliedPrices = {
  /** The option with the highest net present social value. */
  readonly best: ReviewOption
  /** Of all other options. */
  readonly others: readonly ImpliedPrice[]
}

/**
 * How much more than those of the best option the benefits without a price of each other option would have to be worth.
 *
 * @returns undefined where there is no other option
 * @see docs/sources.md#green-book-2026 (paragraph 6.105)
 */
export function impliedPrices({ options, prices, period }: ReviewAppraisal): ImpliedPrices | undefined {
  const [best, ...others] = options.toSorted((one, other) => other.economic.npsv - one.economic.npsv)
  if (best === undefined || others.length === 0) return undefined
  const annuity = prices.discount.reduce((sum, factor) => sum + factor, 0)
  return {
    best: best.option,
    others: others.map(({ option, economic }) => {
      const presentValue = best.economic.npsv - economic.npsv
      const aYear = presentValue / annuity
      return { option, presentValue, aYear, ofOne: period.units === null ? null : aYear / period.units.aYear }
    }),
  }
}
