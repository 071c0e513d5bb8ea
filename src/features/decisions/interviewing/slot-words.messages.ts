import { halfDayWords } from '../../../core/interviews/index.ts'
import { ukClock, ukReading, ukWeekdayDate } from '../../../core/time/uk-time.ts'
import type { InterviewSession } from './sessions.store.ts'

/** A session in words. @example 'Monday 12 January 2026, morning, Room 1' */
export const sessionWords = ({ heldOn, half, place }: Pick<InterviewSession, 'heldOn' | 'half' | 'place'>): string =>
  `${halfDayWords(`${heldOn} ${half}`)}, ${place}`

export const timeWords = (startsAt: Date, endsAt: Date): string => `${ukClock(startsAt)} to ${ukClock(endsAt)}`

/** When an interview is, for those who come to it. @example 'Monday 12 January 2026, 9:30am to 10am GMT' */
export const slotWords = ({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): string =>
  `${ukWeekdayDate(startsAt)}, ${timeWords(startsAt, endsAt)} ${ukReading(startsAt).zone}`
