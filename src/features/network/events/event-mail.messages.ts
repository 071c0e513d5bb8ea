import { isoDay } from '../../../core/time/day.ts'
import { ukClock, ukTime } from '../../../core/time/uk-time.ts'
import type { Fund } from '../../funds/index.ts'

/** Why somebody is written to about an event. */
export type EventNews = 'invited' | 'changed' | 'place' | 'moved-up' | 'waiting' | 'given-up' | 'cancelled'

/** What a mail says of an event. */
export type EventInMail = {
  readonly fundName: string
  readonly title: string
  readonly about: string
  readonly place: string
  readonly joining: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelledWhy: string
  /** Whether whoever says yes now waits for a place. */
  readonly full: boolean
}

/** Where to go from the mail. */
export type EventLinks = { readonly accept: string; readonly decline: string; readonly page: string }

const subjects: Readonly<Record<EventNews, string>> = {
  invited: 'Invitation',
  changed: 'Changed',
  place: 'You have a place',
  'moved-up': 'You have a place now',
  waiting: 'You are on the waiting list',
  'given-up': 'You have given up your place',
  cancelled: 'Cancelled',
}

const openings: Readonly<Record<EventNews, string>> = {
  invited: 'You are invited to an event of the network.',
  changed: 'This event was changed. This is how it stands now.',
  place: 'You have a place at this event.',
  'moved-up': 'Somebody gave up their place, and you have it now.',
  waiting: 'The event is full. You are on the waiting list, and are told by email when you have a place.',
  'given-up': 'You have given up your place, or your place on the waiting list, and somebody else can have it.',
  cancelled: 'This event is cancelled.',
}

const waitingText =
  'Every place is taken at the moment. If you say that you will come, you are on the waiting list, and we email you when a place is free.'

/** Whether an answer is asked for. */
const asks = (news: EventNews): boolean => news === 'invited' || news === 'changed'

/** Those who are told how to join. */
const joins: readonly EventNews[] = ['place', 'moved-up']

/** When an event is, in words. @example '2pm on Thursday 1 July 2027 to 3:30pm' */
export function whenWords(startsAt: Date, endsAt: Date): string {
  return `${ukTime(startsAt)} to ${isoDay(startsAt) === isoDay(endsAt) ? ukClock(endsAt) : ukTime(endsAt)}`
}

/** A mail about an event. `hasPlace`: joining instructions are for those with a place alone. */
export function eventMail(
  news: EventNews,
  event: EventInMail,
  { links, hasPlace, byReply }: { readonly links: EventLinks; readonly hasPlace: boolean; readonly byReply: boolean },
): { readonly subject: string; readonly body: string } {
  const { title, about, place, joining, startsAt, endsAt, cancelledWhy, fundName } = event
  const joiningText = (hasPlace || joins.includes(news)) && joining !== '' ? [`How to join:\n${joining}`] : []
  const body = [
    openings[news],
    `${title}\n${whenWords(startsAt, endsAt)}\n${place}`,
    ...(news === 'cancelled' ? [`Why: ${cancelledWhy}`] : []),
    ...(news === 'invited' ? [about] : []),
    ...(asks(news) && event.full && !hasPlace ? [waitingText] : []),
    ...(news === 'cancelled' ? [] : joiningText),
    ...linksText(news, links, byReply),
    `Network of ${fundName}`,
  ]
  return { subject: `${subjects[news]}: ${title}`, body: body.join('\n\n') }
}

function linksText(news: EventNews, { accept, decline, page }: EventLinks, byReply: boolean): readonly string[] {
  if (news === 'cancelled' || news === 'given-up') return [page]
  if (news === 'place' || news === 'moved-up' || news === 'waiting') return [`If you cannot come:\n${decline}`, page]
  return [
    byReply ? 'Accept or decline it in your calendar, or with these links:' : 'Accept or decline it with these links:',
    `I will come:\n${accept}`,
    `I cannot come:\n${decline}`,
    page,
  ]
}

/** What a calendar says of an event beside what its organiser wrote. */
export const eventInCalendar = ({ name, illustrative }: Pick<Fund, 'name' | 'illustrative'>, title: string) => ({
  summary: illustrative ? `${title} (illustrative)` : title,
  organiser: `Network of ${name}`,
})
