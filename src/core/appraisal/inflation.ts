/** An index of prices by calendar year, as it was published on a day. */
export type DeflatorSeries = {
  /** What each year's pound buys, any base. */
  readonly index: Readonly<Record<number, number>>
  /** By how much prices rise each year after the last one of the index: an assumption, a fraction. */
  readonly after: number
}

/**
 * GDP deflators by their vintage: an appraisal names the one that it used.
 *
 * @see docs/sources.md#gdp-deflators (HM Treasury, December 2025; 2024 = 100). After 2024 the target of the Bank of England.
 */
export const gdpDeflators = {
  'hmt-2025-12': {
    index: { 2019: 81.1085, 2020: 85.2137, 2021: 85.6358, 2022: 90.5005, 2023: 96.2507, 2024: 100 },
    after: 0.02,
  },
} as const satisfies Readonly<Record<string, DeflatorSeries>>

export type DeflatorName = keyof typeof gdpDeflators

/**
 * How many pounds of each year buy what a pound of the first year bought.
 *
 * @param from the calendar year of year 0
 * @param years how many, year 0 included
 * @throws {RangeError} if the series begins later
 * @example inflationFactors({ index: { 2026: 100 }, after: 0.02 }, 2026, 3) // => [1, 1.02, 1.0404]
 */
export function inflationFactors(series: DeflatorSeries, from: number, years: number): readonly number[] {
  const known = Object.keys(series.index).map(Number)
  const [first, last] = [Math.min(...known), Math.max(...known)]
  if (!(from >= first)) throw new RangeError(`the series begins in ${first}, and ${from} is asked for`)
  const of = (year: number): number =>
    (series.index[Math.min(year, last)] ?? Number.NaN) * (1 + series.after) ** Math.max(0, year - last)
  return Array.from({ length: years }, (_, year) => of(from + year) / of(from))
}
