/**
 * UK time for reading: pure functions from an instant to words in the GOV.UK style ("5pm on Monday 10 February 2014").
 *
 * The zone rules are those of the runtime's own tz database (`Europe/London`), so a change in the law comes with an update
 * of the runtime; nothing here knows when British Summer Time starts.
 *
 * @see docs/sources.md#govuk-style-guide (dates, times)
 */

/** A UK wall-clock reading. `zone` is 'GMT' or 'BST'; `month` is 1 to 12; `hour` 0 to 23; `weekday` in English. */
export type UkReading = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly weekday: string
  readonly zone: string
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

// Making a formatter costs a hundred times more than using it, so one is kept. It gives numbers, and names the zone as this
// country does: other locales call it GMT+1.
const reader = new Intl.DateTimeFormat('en-GB-u-ca-gregory', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  timeZoneName: 'short',
})

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** How far UK clocks are ahead of UTC, and what that is called. */
type Zone = { readonly ahead: number; readonly name: string }

const hourMilliseconds = 3_600_000
const mostHours = 1_000
const zones = new Map<number, Zone>()

/**
 * The zone in the hour of UTC that an instant is in. UK clocks have only ever been changed on the hour, so it is the same
 * for the whole hour, and pages that show times of the same hours again and again need not ask the formatter each time:
 * it costs twenty times as much.
 */
function zoneAt(at: Date): Zone {
  const hour = Math.floor(at.getTime() / hourMilliseconds)
  const known = zones.get(hour)
  if (known !== undefined) return known
  const parts: Record<string, string> = {}
  for (const { type, value } of reader.formatToParts(at)) parts[type] = value
  const number = (name: string): number => Number(parts[name])
  const shown = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  const zone = { ahead: shown - Math.floor(at.getTime() / 1000) * 1000, name: parts.timeZoneName ?? '' }
  if (zones.size >= mostHours) zones.clear()
  zones.set(hour, zone)
  return zone
}

/**
 * What a clock and a calendar on a wall in London show at an instant, from 1848 on.
 *
 * @throws {RangeError} if the date is not a time (an invalid Date)
 * @example ukReading(new Date('2026-07-01T16:00:00Z')).hour // => 17
 */
export function ukReading(at: Date): UkReading {
  const zone = zoneAt(at)
  const wall = new Date(at.getTime() + zone.ahead)
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: WEEKDAYS[wall.getUTCDay()] ?? '',
    zone: zone.name,
  }
}

/** How exactly a time is written: `seconds` to the second ("4:58:07pm"), `minutes` always with minutes ("5:00pm"). */
type Exactness = { readonly seconds?: boolean; readonly minutes?: boolean }

const two = (value: number): string => String(value).padStart(2, '0')

function clockOf({ hour, minute, second }: UkReading, exactness: Exactness): string {
  const onTheHour = minute === 0 && (second === 0 || !exactness.seconds)
  if (onTheHour && hour === 0) return 'midnight'
  if (onTheHour && hour === 12) return 'midday'
  const half = hour < 12 ? 'am' : 'pm'
  const shown = String(hour % 12 === 0 ? 12 : hour % 12)
  if (exactness.seconds) return `${shown}:${two(minute)}:${two(second)}${half}`
  return minute === 0 && !exactness.minutes ? `${shown}${half}` : `${shown}:${two(minute)}${half}`
}

const dateOf = ({ day, month, year }: UkReading): string => `${day} ${MONTHS[month - 1]} ${year}`

const dayOf = (reading: UkReading): string => `${reading.weekday} ${dateOf(reading)}`

/**
 * The time of day in the UK: "5pm", "11:59pm", "midday", "midnight". Seconds are cut off, not rounded, unless asked for.
 *
 * @example ukClock(new Date('2014-02-10T17:00:00Z')) // => '5pm'
 * @example ukClock(new Date('2014-02-10T16:58:07Z'), { seconds: true }) // => '4:58:07pm'
 */
export const ukClock = (at: Date, { seconds = false }: { readonly seconds?: boolean } = {}): string =>
  clockOf(ukReading(at), { seconds })

/**
 * The date in the UK, without the weekday.
 *
 * @example ukDate(new Date('2014-02-10T17:00:00Z')) // => '10 February 2014'
 */
export const ukDate = (at: Date): string => dateOf(ukReading(at))

/**
 * The date in the UK, with the weekday.
 *
 * @example ukWeekdayDate(new Date('2014-02-10T17:00:00Z')) // => 'Monday 10 February 2014'
 */
export const ukWeekdayDate = (at: Date): string => dayOf(ukReading(at))

/**
 * Time and date in the UK, as announcements give them.
 *
 * @param options `seconds`: to the second
 * @example ukTime(new Date('2014-02-10T17:00:00Z')) // => '5pm on Monday 10 February 2014'
 * @example ukTime(new Date('2026-07-01T22:59:07Z'), { seconds: true }) // => '11:59:07pm on Wednesday 1 July 2026'
 */
export function ukTime(at: Date, { seconds = false }: { readonly seconds?: boolean } = {}): string {
  const reading = ukReading(at)
  return `${clockOf(reading, { seconds })} on ${dayOf(reading)}`
}

/**
 * Time, zone and date in the UK, for deadlines and receipts, where an hour either way matters.
 *
 * @param options `seconds`: to the second
 * @example ukTimeWithZone(new Date('2014-02-10T17:00:00Z')) // => '5:00pm GMT on Monday 10 February 2014'
 * @example ukTimeWithZone(new Date('2026-07-01T11:00:00Z')) // => 'midday BST on Wednesday 1 July 2026'
 */
export function ukTimeWithZone(at: Date, { seconds = false }: { readonly seconds?: boolean } = {}): string {
  const reading = ukReading(at)
  return `${clockOf(reading, { seconds, minutes: true })} ${reading.zone} on ${dayOf(reading)}`
}
