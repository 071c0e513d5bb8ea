/** Working days: Monday to Friday but for bank holidays, which are passed in. */

import { addDays, daysBetween, type IsoDay, isWeekend } from '../time/day.ts'

/** @example isWorkingDay('2026-12-25', bankHolidaysOfEngland(2026)) // => false */
export const isWorkingDay = (day: IsoDay, holidays: readonly IsoDay[]): boolean =>
  !isWeekend(day) && !holidays.includes(day)

/**
 * Working days from one day to another, both counted.
 *
 * @param holidays days off besides weekends; those at weekends, and repeats, count for nothing
 * @returns 0 when `to` is before `from`
 * @throws {RangeError} if a day does not exist
 * @example countWorkingDays('2026-12-21', '2027-01-01', ['2026-12-25', '2026-12-28', '2027-01-01']) // => 7
 */
export function countWorkingDays(from: IsoDay, to: IsoDay, holidays: readonly IsoDay[]): number {
  const days = daysBetween(from, to) + 1
  if (days <= 0) return 0
  const wholeWeeks = Math.floor(days / 7)
  let count = wholeWeeks * 5
  for (let offset = wholeWeeks * 7; offset < days; offset += 1) if (!isWeekend(addDays(from, offset))) count += 1
  const off = new Set(holidays.filter((day) => day >= from && day <= to && !isWeekend(day)))
  return count - off.size
}

/**
 * The day so many working days after a day, which is not counted itself: "the twentieth working day following".
 *
 * @param days at least 1
 * @param holidaysOf the days off of a year besides weekends
 * @throws {RangeError} if the day does not exist
 * @example workingDayAfter('2026-12-23', 2, bankHolidaysOfEngland) // => '2026-12-29'
 */
export function workingDayAfter(day: IsoDay, days: number, holidaysOf: (year: number) => readonly IsoDay[]): IsoDay {
  const holidays = new Map<number, readonly IsoDay[]>()
  const isWorking = (each: IsoDay): boolean => {
    const year = Number(each.slice(0, 4))
    const off = holidays.get(year) ?? holidaysOf(year)
    holidays.set(year, off)
    return isWorkingDay(each, off)
  }
  let at = day
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isWorking(at)) left -= 1
  }
  return at
}
