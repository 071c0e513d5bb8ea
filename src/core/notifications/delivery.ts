import { isMonday, isoDay } from '../time/day.ts'
import { ukMoment } from '../time/uk-moment.ts'
import { ukReading } from '../time/uk-time.ts'

/** How somebody is told: an email at once, one email a day or a week, or the notification centre alone. */
export const deliveries = ['at-once', 'daily', 'weekly', 'centre'] as const

export type Delivery = (typeof deliveries)[number]

/** Reads what was posted; `undefined` for anything else. */
export const readDelivery = (text: string): Delivery | undefined => deliveries.find((delivery) => delivery === text)

/** Digests go at this hour of the UK clock: before the working day. */
const digestHour = 7
const day = 24 * 3_600_000

/**
 * When what is written now goes in a digest: the next 7am on UK clocks, of any day or of a Monday. Clocks are changed at
 * 1am, so there is always one such moment in a day.
 *
 * @example digestAt('daily', new Date('2026-07-01T06:30:00Z')) // => 7am BST on 2 July: 2026-07-02T06:00:00Z
 */
export function digestAt(delivery: 'daily' | 'weekly', now: Date): Date {
  const { year, month, day: date } = ukReading(now)
  for (let ahead = 0; ; ahead += 1) {
    const at = morningOf(new Date(Date.UTC(year, month - 1, date) + ahead * day))
    if (at > now && (delivery === 'daily' || isMonday(isoDay(at)))) return at
  }
}

/** @param on midnight UTC of the day that is meant */
function morningOf(on: Date): Date {
  const parts = { day: on.getUTCDate(), month: on.getUTCMonth() + 1, year: on.getUTCFullYear(), hour: digestHour }
  const moment = ukMoment({
    day: String(parts.day),
    month: String(parts.month),
    year: String(parts.year),
    hour: String(parts.hour),
    minute: '0',
  })
  if (!moment.ok) throw new Error(`no ${digestHour}am on ${on.toISOString()}`)
  return moment.value.at
}
