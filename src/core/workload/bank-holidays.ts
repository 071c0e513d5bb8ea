/** Bank holidays by the rules of the Banking and Financial Dealings Act 1971, from 2014 on. */

import { addDays, type IsoDay, isMonday, isWeekend } from '../time/day.ts'

/** Bank holidays that were moved or added by proclamation since 2014: out of the usual list, and into it. */
const PROCLAIMED: Readonly<Record<number, { readonly not: readonly IsoDay[]; readonly but: readonly IsoDay[] }>> = {
  2020: { not: ['2020-05-04'], but: ['2020-05-08'] },
  2022: { not: ['2022-05-30'], but: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { not: [], but: ['2023-05-08'] },
}

const isoOf = (year: number, month: number, day: number): IsoDay =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Easter Sunday by the Gregorian computus (the "anonymous" algorithm, Nature, 20 April 1876). */
function easterOf(year: number): IsoDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return isoOf(year, Math.floor(f / 31), (f % 31) + 1)
}

function firstMonday(from: IsoDay): IsoDay {
  let day = from
  while (!isMonday(day)) day = addDays(day, 1)
  return day
}

/** The day itself, or the next that is neither a weekend nor taken. */
function substitute(day: IsoDay, taken: readonly IsoDay[]): IsoDay {
  return isWeekend(day) || taken.includes(day) ? substitute(addDays(day, 1), taken) : day
}

/**
 * The bank holidays of England in a year, from 2014 on: the rules of the Banking and Financial Dealings Act 1971, the
 * substitute days, and what was proclaimed until 2026. A later proclamation is added by the caller.
 *
 * @returns days in order
 * @see docs/sources.md#bank-holidays
 * @example bankHolidaysOfEngland(2026).at(-1) // => '2026-12-28'
 */
export function bankHolidaysOfEngland(year: number): IsoDay[] {
  const easter = easterOf(year)
  const christmas = substitute(isoOf(year, 12, 25), [])
  const usual = [
    substitute(isoOf(year, 1, 1), []),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(isoOf(year, 5, 1)),
    firstMonday(isoOf(year, 5, 25)),
    firstMonday(isoOf(year, 8, 25)),
    christmas,
    substitute(isoOf(year, 12, 26), [christmas]),
  ]
  const proclaimed = PROCLAIMED[year] ?? { not: [], but: [] }
  return [...usual.filter((day) => !proclaimed.not.includes(day)), ...proclaimed.but].sort()
}

/** Bank holidays of Scotland and Northern Ireland alone that were added by proclamation. */
const PROCLAIMED_ELSEWHERE: readonly IsoDay[] = ['2026-06-15']

/**
 * The days that are a bank holiday in any part of the United Kingdom: those of England, 2 January, the first Monday of
 * August and St Andrew's Day of Scotland, and St Patrick's Day and 12 July of Northern Ireland, each with its substitute.
 * It is these that do not count as working days for requests for information, wherever the request is answered.
 *
 * @returns days in order
 * @see docs/sources.md#bank-holidays
 * @example bankHolidaysAnywhere(2026).includes('2026-03-17') // => true
 */
export function bankHolidaysAnywhere(year: number): IsoDay[] {
  const england = bankHolidaysOfEngland(year)
  const elsewhere = [
    substitute(isoOf(year, 1, 2), [substitute(isoOf(year, 1, 1), [])]),
    substitute(isoOf(year, 3, 17), []),
    substitute(isoOf(year, 7, 12), []),
    firstMonday(isoOf(year, 8, 1)),
    substitute(isoOf(year, 11, 30), []),
    ...PROCLAIMED_ELSEWHERE.filter((day) => day.startsWith(`${year}-`)),
  ]
  return [...new Set([...england, ...elsewhere])].sort()
}
