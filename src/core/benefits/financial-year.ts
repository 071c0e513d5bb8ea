import type { IsoDay } from '../time/day.ts'

/** A year that begins on 1 April, by the calendar year in which it begins. */
export type FinancialYear = number

/** @example financialYearOf('2025-03-31') // => 2024 */
export const financialYearOf = (day: IsoDay): FinancialYear =>
  Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

/** @example financialYearWords(2024) // => '2024 to 2025' */
export const financialYearWords = (year: FinancialYear): string => `${year} to ${year + 1}`

/** The first day of a year. @example firstDayOf(2024) // => '2024-04-01' */
export const firstDayOf = (year: FinancialYear): IsoDay => `${year}-04-01`

/** The last day of a year. @example lastDayOf(2024) // => '2025-03-31' */
export const lastDayOf = (year: FinancialYear): IsoDay => `${year + 1}-03-31`

/** What a year is called where ids are kept. @example yearId(2024) // => 'year-2024' */
export const yearId = (year: FinancialYear): string => `year-${year}`

/** The year of such an id; undefined for what is none. */
export function readYearId(id: string): FinancialYear | undefined {
  const [, year] = /^year-(\d{4})$/.exec(id) ?? []
  return year === undefined ? undefined : Number(year)
}
