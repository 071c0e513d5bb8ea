import { calendarText } from '../../../core/calendar/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { sealedText } from '../../../platform/sign-in/sealed-text.ts'
import type { Fund } from '../../funds/index.ts'
import { hostForMail, originForMail } from '../../guidance/index.ts'
import { replyAddressFor } from '../inbound/reply-address.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { type EventNews, eventInCalendar, eventMail } from './event-mail.messages.ts'
import { eventPath, linkPath } from './events.paths.ts'
import type { NetworkEvent } from './events.store.ts'
import { isFull } from './is-full.ts'
import { nextSequence } from './places.store.ts'

/** What links to an event are sealed for. */
export const linkPurpose = 'network-event'

/** Who is written to. */
export type EventReader = { readonly personId: string; readonly name: string; readonly email: string }

/** By which calendars know an event, and whose answers come back. */
export const eventUid = (services: Services, eventId: string): string =>
  `event-${eventId}@${hostForMail(services.config)}`

type ToSend = {
  readonly fund: Fund
  readonly event: NetworkEvent
  readonly reader: EventReader
  readonly news: EventNews
  /** Whether they have a place, and so read how to join. */
  readonly hasPlace: boolean
  readonly at: Date
}

const cancels: readonly EventNews[] = ['cancelled', 'given-up']

/** The event for the calendar of somebody, as `say` says it. `answersTo`: where their answer goes. */
export function eventForCalendar(
  services: Services,
  { fund, event, reader, news, hasPlace, at }: ToSend,
  { sequence, answersTo }: { readonly sequence: number; readonly answersTo: string | undefined },
  say: Say,
) {
  const method = cancels.includes(news) ? 'CANCEL' : 'REQUEST'
  const { summary, organiser } = say(eventInCalendar)(fund, event.title)
  const content = calendarText({
    method,
    uid: eventUid(services, event.id),
    sequence,
    stampedAt: at,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    summary,
    description: [event.about, ...(hasPlace && event.joining !== '' ? [event.joining] : [])].join('\n\n'),
    location: event.place,
    organiser: { name: organiser, email: answersTo ?? `events@${hostForMail(services.config)}` },
    attendee: { name: reader.name || reader.email, email: reader.email },
    ...(hasPlace && method === 'REQUEST' && { answered: 'ACCEPTED' as const }),
  })
  return { method, content } as const
}

/** Writes to somebody about an event, with the event for their calendar. Waiting for a place puts nothing in a calendar. */
export async function sendEvent(tx: Tx, services: Services, sending: ToSend): Promise<void> {
  const { fund, event, reader, news, hasPlace, at } = sending
  const to = { fundId: fund.id, personId: reader.personId, purpose: 'event', objectId: event.id, at } as const
  const answersTo = await replyAddressFor(tx, services, to)
  const token = sealedText(linkPurpose, `${event.id}.${reader.personId}`, services.secretKey)
  const origin = originForMail(services.config)
  const links = {
    accept: `${origin}${linkPath(token)}?answer=going`,
    decline: `${origin}${linkPath(token)}?answer=declined`,
    page: `${origin}${eventPath(fund.slug, event.id)}`,
  }
  const about = { ...event, fundName: fund.name, full: isFull(event) }
  const more = { links, hasPlace, byReply: answersTo !== undefined }
  const sequence = news === 'waiting' ? undefined : await nextSequence(tx, event.id, reader.personId)
  await queueInNetwork(tx, services, fund, {
    kind: `network.event-${news}`,
    to: { id: reader.personId, email: reader.email },
    ...(answersTo !== undefined && { headers: { 'Reply-To': answersTo } }),
    words: (say) => ({
      ...say(eventMail)(news, about, more),
      calendar: sequence === undefined ? undefined : eventForCalendar(services, sending, { sequence, answersTo }, say),
    }),
  })
}
