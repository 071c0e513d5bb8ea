/** A rate from one year to another, both included; the last band of a schedule has no end. `rate` is a fraction. */
export type RateBand = { readonly from: number; readonly to?: number; readonly rate: number }

/** Yearly rates by year; year 0, the decision year, is not discounted. Bands follow one another from year 1. */
export type DiscountSchedule = readonly RateBand[]

/**
 * Schedules by their vintage. An appraisal names the one it used, so that it can be worked out again when they change.
 *
 * @see docs/sources.md#discount-rates
 */
export const discountSchedules = {
  /** Green Book 2026, paragraph 6.54: 2.5% for year 76 onwards. */
  'green-book-2026': [
    { from: 1, to: 30, rate: 0.035 },
    { from: 31, to: 75, rate: 0.03 },
    { from: 76, rate: 0.025 },
  ],
  /** Green Book 2022, table of annex A6: the rate goes on falling to year 301. */
  'green-book-2022': [
    { from: 1, to: 30, rate: 0.035 },
    { from: 31, to: 75, rate: 0.03 },
    { from: 76, to: 125, rate: 0.025 },
    { from: 126, to: 200, rate: 0.02 },
    { from: 201, to: 300, rate: 0.015 },
    { from: 301, rate: 0.01 },
  ],
} as const satisfies Readonly<Record<string, DiscountSchedule>>

export type ScheduleName = keyof typeof discountSchedules

/**
 * What a pound of each year is worth in year 0: the product of 1 / (1 + rate) of each year so far.
 *
 * @param years how many, year 0 included
 * @throws {RangeError} if a year has no rate: schedules are checked before
 * @example discountFactors(discountSchedules['green-book-2026'], 2) // => [1, 1 / 1.035]
 */
export function discountFactors(schedule: DiscountSchedule, years: number): readonly number[] {
  const factors: number[] = []
  let factor = 1
  for (let year = 0; year < years; year += 1) {
    if (year > 0) factor /= 1 + rateOf(schedule, year)
    factors.push(factor)
  }
  return factors
}

function rateOf(schedule: DiscountSchedule, year: number): number {
  const band = schedule.find(({ from, to = Number.POSITIVE_INFINITY }) => from <= year && year <= to)
  if (band === undefined) throw new RangeError(`year ${year} has no discount rate`)
  return band.rate
}

/** The value in year 0 of yearly amounts, by their factors. @param pounds index 0 is year 0 */
export const presentValue = (pounds: readonly number[], factors: readonly number[]): number =>
  pounds.reduce((sum, amount, year) => sum + amount * (factors[year] ?? 0), 0)
