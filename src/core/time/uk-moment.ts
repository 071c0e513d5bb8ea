/**
 * UK time as people type it: the posted parts of a date and a time of day become one instant, or the problems with them.
 */

import { done, type Result, refused } from '../result.ts'
import { MONTHS, type UkReading, ukReading } from './uk-time.ts'

/** What a form posts: text as typed, '' when left blank. A month may be a number or a name ("2", "Feb", "February"). */
export type UkParts = {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly hour: string
  readonly minute: string
}

/** A part of a posted date or time. */
export type UkPart = keyof UkParts

/**
 * Why typed parts are not an instant.
 * - `time-parts-missing`: these were blank (all that were)
 * - `date-not-real`: no such day, as 30 February, or a year that is not of four digits
 * - `clock-not-real`: hours are 0 to 23, minutes 0 to 59
 * - `time-skipped`: the clocks went forward over it; `nextAt` is the instant at which they did
 */
export type UkTimeProblem =
  | { readonly code: 'time-parts-missing'; readonly parts: readonly UkPart[] }
  | { readonly code: 'date-not-real' }
  | { readonly code: 'clock-not-real' }
  | { readonly code: 'time-skipped'; readonly nextAt: Date }

/** An instant read from a wall clock. `twice`: the clocks went back and showed this time twice; `at` is the one taken. */
export type UkMoment = { readonly at: Date; readonly twice: boolean }

type Wall = Pick<UkReading, 'year' | 'month' | 'day' | 'hour' | 'minute'>

const MS_PER_HOUR = 3_600_000
const PARTS: readonly UkPart[] = ['day', 'month', 'year', 'hour', 'minute']

const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)

function monthOf(text: string): number {
  const number = wholeNumber(text)
  if (!Number.isNaN(number)) return number
  const name = text.toLowerCase().replace(/\.$/, '')
  return name.length < 3 ? Number.NaN : MONTHS.findIndex((month) => month.toLowerCase().startsWith(name)) + 1
}

function dateIsReal({ year, month, day }: Wall): boolean {
  if (!(year >= 1000 && year <= 9999)) return false
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

const clockIsReal = ({ hour, minute }: Wall): boolean => hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59

/** How far the wall clock is ahead of UTC at an instant, in milliseconds. */
function aheadMs(at: Date): number {
  const { year, month, day, hour, minute, second } = ukReading(at)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000
}

/** The instants at which a UK clock shows this: none (skipped in spring), one, or two (shown twice in autumn), in order. */
function instantsOf(wall: Wall): Date[] {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const offsets = new Set([-24, 24].map((hours) => aheadMs(new Date(asUtc + hours * MS_PER_HOUR))))
  return [...offsets]
    .map((offset) => new Date(asUtc - offset))
    .filter((at) => at.getTime() + aheadMs(at) === asUtc)
    .sort((one, other) => one.getTime() - other.getTime())
}

/** The first instant after a skipped wall time: when the clocks went forward. */
function forwardAt(wall: Wall): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  let before = asUtc - 24 * MS_PER_HOUR
  let after = asUtc + 24 * MS_PER_HOUR
  const winter = aheadMs(new Date(before))
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000
    if (aheadMs(new Date(middle)) === winter) before = middle
    else after = middle
  }
  return new Date(after)
}

/**
 * The instant at which a UK clock shows what was typed.
 *
 * @param parts as posted; spaces around them do not matter
 * @param taking which instant to take when the clocks went back and showed the time twice: `later` (the default: in GMT, so
 *   that nobody who reads a deadline either way is late) or `earlier` (in BST)
 * @returns the moment, or every problem
 * @example ukMoment({ day: '10', month: '2', year: '2014', hour: '17', minute: '00' }) // => { ok: true, value: { at: new Date('2014-02-10T17:00:00Z'), twice: false } }
 */
export function ukMoment(parts: UkParts, taking: 'earlier' | 'later' = 'later'): Result<UkMoment, UkTimeProblem> {
  const text = (part: UkPart): string => parts[part].trim()
  const blank = PARTS.filter((part) => text(part) === '')
  const wall = {
    year: wholeNumber(text('year')),
    month: monthOf(text('month')),
    day: wholeNumber(text('day')),
    hour: wholeNumber(text('hour')),
    minute: wholeNumber(text('minute')),
  }
  const problems: UkTimeProblem[] = []
  if (blank.length > 0) problems.push({ code: 'time-parts-missing', parts: blank })
  const typed = (...names: UkPart[]): boolean => !names.some((name) => blank.includes(name))
  if (typed('day', 'month', 'year') && !dateIsReal(wall)) problems.push({ code: 'date-not-real' })
  if (typed('hour', 'minute') && !clockIsReal(wall)) problems.push({ code: 'clock-not-real' })
  if (problems.length > 0) return refused(...problems)

  const instants = instantsOf(wall)
  const at = taking === 'earlier' ? instants[0] : instants.at(-1)
  if (at === undefined) return refused({ code: 'time-skipped', nextAt: forwardAt(wall) })
  return done({ at, twice: instants.length > 1 })
}

/**
 * The parts of an instant as a form shows them again: no leading nought on the date, two digits on the clock.
 *
 * @example ukParts(new Date('2026-07-01T08:05:00Z')) // => { day: '1', month: '7', year: '2026', hour: '09', minute: '05' }
 */
export function ukParts(at: Date): UkParts {
  const { day, month, year, hour, minute } = ukReading(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return { day: String(day), month: String(month), year: String(year), hour: two(hour), minute: two(minute) }
}

/**
 * A time of day as people type it, as hours and minutes: "5pm", "5:30 pm", "17:00", "1700", "midday", "noon", "midnight".
 *
 * @returns `undefined` when it cannot be read as one; "5" is not: it could be either half of the day
 * @example parseClock('11.59pm') // => { hour: 23, minute: 59 }
 */
export function parseClock(text: string): { readonly hour: number; readonly minute: number } | undefined {
  const typed = text
    .toLowerCase()
    .replaceAll(/[\s.]+(?=[ap]\.?m)/g, '')
    .trim()
  if (typed === 'midnight' || typed === '12 midnight') return { hour: 0, minute: 0 }
  if (['midday', 'noon', '12 noon', '12 midday'].includes(typed)) return { hour: 12, minute: 0 }
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm|a\.m\.?|p\.m\.?)?$/.exec(typed)
  if (match === null) return undefined
  const [, hours, minutes, half] = match
  if (half === undefined && minutes === undefined) return undefined
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute > 59) return undefined
  if (half === undefined) return hour > 23 ? undefined : { hour, minute }
  if (hour < 1 || hour > 12) return undefined
  return { hour: (hour % 12) + (half.startsWith('p') ? 12 : 0), minute }
}
