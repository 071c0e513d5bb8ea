import { dayInWords, isIsoDay, weekdayOf } from '../time/day.ts'
import { ukParts } from '../time/uk-moment.ts'

export const halves = ['morning', 'afternoon'] as const
export type Half = (typeof halves)[number]

/** A half-day as one word and another: "2026-01-12 morning". In the order of time by their letters, but for the halves. */
export const halfDayOf = (heldOn: string, half: Half): string => `${heldOn} ${half}`

/** A half-day for people. @example halfDayWords('2026-01-12 morning') // => 'Monday 12 January 2026, morning' */
export function halfDayWords(halfDay: string): string {
  const [day = '', half = ''] = halfDay.split(' ')
  return isIsoDay(day) ? `${weekdayOf(day)} ${dayInWords(day)}, ${half}` : halfDay
}

/** Half-days in the order of time, each once. */
export const halfDaysInOrder = (halfDays: readonly string[]): readonly string[] => {
  const key = (halfDay: string) => halfDay.replace(/ morning$/, ' 1').replace(/ afternoon$/, ' 2')
  return [...new Set(halfDays)].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** When a slot of a session begins and ends. Slots count from 1 and follow one another. */
export function slotTimes(
  { startsAt, minutes }: { readonly startsAt: Date; readonly minutes: number },
  slot: number,
): { readonly startsAt: Date; readonly endsAt: Date } {
  const length = minutes * 60_000
  const begins = startsAt.getTime() + (slot - 1) * length
  return { startsAt: new Date(begins), endsAt: new Date(begins + length) }
}

/** A session as far as time goes. */
type Held = { readonly half: Half; readonly startsAt: Date; readonly minutes: number; readonly slots: number }

/** When the last interview of a session ends. */
export const sessionEnds = (session: Pick<Held, 'startsAt' | 'minutes' | 'slots'>): Date =>
  slotTimes(session, session.slots).endsAt

/** Whether a morning begins before midday in the UK, and an afternoon at midday or later. */
export const beginsInHalf = ({ half, startsAt }: Pick<Held, 'half' | 'startsAt'>): boolean =>
  Number(ukParts(startsAt).hour) < 12 === (half === 'morning')

/** Whether a morning runs into an afternoon: members are free for each by itself, and would be in two rooms at once. */
export const halvesOverlap = (one: Held, other: Held): boolean =>
  one.half !== other.half && one.startsAt < sessionEnds(other) && other.startsAt < sessionEnds(one)

/** How far a timetable may be from the best, in words. @example gapWords(0.0166) // => 'within 1.7% of the best possible' */
export function gapWords(gap: number): string {
  if (gap <= 0) return 'the best possible'
  if (!Number.isFinite(gap)) return 'not known how near it is to the best possible'
  return `within ${(Math.ceil(gap * 1_000) / 10).toFixed(1)}% of the best possible`
}
