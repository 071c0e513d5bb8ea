import type { Timetable } from '../core/rounds/round.ts'
import { addDays, isoDay } from '../core/time/day.ts'
import { ukMoment } from '../core/time/uk-moment.ts'
import { bankHolidaysOfEngland } from '../core/workload/bank-holidays.ts'
import { workingDayAfter } from '../core/workload/working-days.ts'

/**
 * The instant of a UK clock on a day.
 *
 * @throws {RangeError} if no clock showed it: a fault of ours
 */
export function ukInstant(day: string, hour: number, minute = 0): Date {
  const [year = '', month = '', date = ''] = day.split('-')
  const read = ukMoment({ year, month, day: date, hour: String(hour), minute: String(minute) })
  if (!read.ok) throw new RangeError(`no UK clock showed ${hour}:${minute} on ${day}`)
  return read.value.at
}

/** The first working day on or after a day, so that no date falls on a weekend or a bank holiday. */
export const workingDayFrom = (day: string): string => workingDayAfter(addDays(day, -1), 1, bankHolidaysOfEngland)

/** The dates of a round that opened some days ago and is open for five weeks, at the hours that the real one had. */
export function datesFrom(today: Date, openedDaysAgo: number): Timetable & { opensAt: Date; deadlineAt: Date } {
  const opened = addDays(isoDay(today), -openedDaysAgo)
  const on = (days: number): string => workingDayFrom(addDays(opened, days))
  return {
    opensAt: ukInstant(opened, 0, 1),
    questionsCloseAt: ukInstant(on(28), 17),
    deadlineAt: ukInstant(on(35), 17),
    siftedOn: on(42),
    shortlistOn: on(49),
    interviewsFromOn: on(54),
    interviewsToOn: on(58),
    decisionsOn: on(68),
    startsOn: on(85),
  }
}
