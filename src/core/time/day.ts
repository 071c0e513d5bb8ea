/**
 * Calendar days as `YYYY-MM-DD` text: what a date column holds and what `<time datetime>` takes. A day has no zone and no
 * clock; only `isoDay` crosses from an instant to a day, and it does so in the UK.
 */

import { MONTHS, ukReading } from './uk-time.ts'

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDay = string

const MS_PER_DAY = 86_400_000
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const fromUtc = (ms: number): IsoDay => new Date(ms).toISOString().slice(0, 10)

/** Whether the text is a day that exists, written `YYYY-MM-DD`. @example isIsoDay('2026-02-29') // => false */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && fromUtc(ms) === text
}

function utcOf(day: IsoDay): number {
  if (!isIsoDay(day)) throw new RangeError(`a day must be a real date written YYYY-MM-DD, was ${day}`)
  return Date.parse(`${day}T00:00:00Z`)
}

/**
 * The UK calendar day of an instant: half past midnight in summer is the new day, though UTC still has the old one.
 *
 * @example isoDay(new Date('2026-06-30T23:30:00Z')) // => '2026-07-01'
 */
export function isoDay(at: Date): IsoDay {
  const { year, month, day } = ukReading(at)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The day so many days later (earlier when negative).
 *
 * @throws {RangeError} if the day does not exist
 * @example addDays('2026-02-27', 2) // => '2026-03-01'
 */
export const addDays = (day: IsoDay, days: number): IsoDay => fromUtc(utcOf(day) + days * MS_PER_DAY)

/**
 * Whole days from one day to another; negative when the second is earlier.
 *
 * @throws {RangeError} if a day does not exist
 * @example daysBetween('2026-11-25', '2026-11-28') // => 3
 */
export const daysBetween = (from: IsoDay, to: IsoDay): number => (utcOf(to) - utcOf(from)) / MS_PER_DAY

/**
 * The day so many months later; the last of its month where that month has no such day.
 *
 * @example addMonths('2026-08-31', 6) // => '2027-02-28'
 */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
  const next = count + 1
  const after = `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`
  return addDays(first, Math.min(date, daysBetween(first, after)) - 1)
}

/** The day of the week for those who read it. @example weekdayOf('2014-02-10') // => 'Monday' */
export const weekdayOf = (day: IsoDay): string => WEEKDAYS[new Date(utcOf(day)).getUTCDay()] ?? ''

/** @example isMonday('2014-02-10') // => true */
export const isMonday = (day: IsoDay): boolean => new Date(utcOf(day)).getUTCDay() === 1

/** @example isWeekend('2014-02-08') // => true */
export const isWeekend = (day: IsoDay): boolean => new Date(utcOf(day)).getUTCDay() % 6 === 0

/**
 * A day in words, as GOV.UK writes it.
 *
 * @throws {RangeError} if the day does not exist
 * @example dayInWords('2014-02-10') // => '10 February 2014'
 */
export function dayInWords(day: IsoDay): string {
  const at = new Date(utcOf(day))
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/**
 * How far one day is from another, in words: "today", "tomorrow", "in 3 days", "yesterday", "3 days ago".
 *
 * @param today the day it is read
 * @param day the day spoken of
 * @throws {RangeError} if a day does not exist
 * @example relativeDay('2026-11-25', '2026-11-28') // => 'in 3 days'
 */
export function relativeDay(today: IsoDay, day: IsoDay): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
