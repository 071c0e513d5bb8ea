import { calendarText } from '../../../core/calendar/index.ts'
import type { Config } from '../../../platform/config/config.ts'
import { type Say, sayOwn } from '../../../platform/languages.ts'
import type { Fund } from '../../funds/index.ts'
import { hostForMail, originForMail } from '../../guidance/index.ts'
import type { ExpertRequest } from '../asking/requests.store.ts'
import { bookedEvent } from '../experts-mail.messages.ts'
import type { Booking } from './hours.store.ts'

const hourMs = 3_600_000

export type BookingToTell = {
  readonly fund: Fund
  readonly request: Pick<ExpertRequest, 'number' | 'title' | 'council'>
  readonly booking: Booking
  readonly attendee: { readonly name: string; readonly email: string }
  readonly at: Date
}

/** Booked hours as an event for the calendar of one person. */
export function bookingEvent(
  config: Config,
  { fund, request, booking, attendee, at }: BookingToTell,
  say: Say = sayOwn,
) {
  const { id, startsAt, hours, place, cancelled } = booking
  const of = { ...request, fund: fund.name, slug: fund.slug, origin: originForMail(config) }
  const host = hostForMail(config)
  const method = cancelled ? 'CANCEL' : 'REQUEST'
  const content = calendarText({
    method,
    uid: `expert-${id}@${host}`,
    sequence: cancelled ? 1 : 0,
    stampedAt: at,
    startsAt,
    endsAt: new Date(startsAt.getTime() + hours * hourMs),
    ...say(bookedEvent)(of, request.council),
    location: place,
    organiser: { name: fund.name, email: `experts@${host}` },
    attendee,
  })
  return { method, content } as const
}
