/** What can be asked of a public body about a round, and by when each has to be answered. */

import { addDays, type IsoDay } from '../time/day.ts'
import { bankHolidaysAnywhere, bankHolidaysOfEngland } from '../workload/bank-holidays.ts'
import { isWorkingDay, workingDayAfter } from '../workload/working-days.ts'

export const requestKinds = [
  'foi',
  'eir',
  'subject-access',
  'written-question',
  'oral-question',
  'mp-letter',
  'press',
] as const
export type RequestKind = (typeof requestKinds)[number]

/**
 * When a request has to be answered: so many working days after it came, which are those of the Freedom of Information Act
 * where the law says so; a month after; or on a day that whoever asks names.
 */
export type DueRule =
  | { readonly by: 'working-days'; readonly days: number; readonly off: 'anywhere' | 'england' }
  | { readonly by: 'month' }
  | { readonly by: 'named-day' }

/** @see docs/sources.md#requests-for-information */
export const dueRules: Readonly<Record<RequestKind, DueRule>> = {
  foi: { by: 'working-days', days: 20, off: 'anywhere' },
  eir: { by: 'working-days', days: 20, off: 'anywhere' },
  'subject-access': { by: 'month' },
  'written-question': { by: 'named-day' },
  'oral-question': { by: 'named-day' },
  'mp-letter': { by: 'working-days', days: 20, off: 'england' },
  press: { by: 'named-day' },
}

/**
 * The last day to answer a request.
 *
 * @param receivedOn the day it came, whether or not somebody worked on it
 * @param namedOn the day that whoever asks named; looked at only where the kind goes by it
 * @returns null where the kind goes by a day that was not named
 * @throws {RangeError} if a day does not exist
 * @example dueOn('foi', '2024-12-12', null) // => '2025-01-15'
 */
export function dueOn(kind: RequestKind, receivedOn: IsoDay, namedOn: IsoDay | null): IsoDay | null {
  const rule = dueRules[kind]
  if (rule.by === 'named-day') return namedOn
  if (rule.by === 'month') return orNextWorkingDay(monthAfter(receivedOn))
  return workingDayAfter(receivedOn, rule.days, rule.off === 'anywhere' ? bankHolidaysAnywhere : bankHolidaysOfEngland)
}

/**
 * Whether the time to answer begins anew when the authority had to ask back what is meant, from the day on which it hears.
 *
 * @see https://www.legislation.gov.uk/ukpga/2000/36/section/10 subsection (6), with section 1(3)
 * @see https://www.legislation.gov.uk/uksi/2004/3391/regulation/9
 */
export const restartsWithAnswer = (kind: RequestKind): boolean => kind === 'foi' || kind === 'eir'

/** The same day of the next month, or its last where it has none. */
function monthAfter(day: IsoDay): IsoDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  const lastDate = new Date(Date.UTC(nextYear, nextMonth, 0)).getUTCDate()
  return `${nextYear}-${String(nextMonth).padStart(2, '0')}-${String(Math.min(date, lastDate)).padStart(2, '0')}`
}

/** The day itself, or the first working day after it. */
const orNextWorkingDay = (day: IsoDay): IsoDay =>
  isWorkingDay(day, bankHolidaysOfEngland(Number(day.slice(0, 4)))) ? day : orNextWorkingDay(addDays(day, 1))
