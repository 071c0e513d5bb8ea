import { whenWords } from './event-mail.messages.ts'
import { heldWords, pastTags, stateTags } from './events.messages.ts'
import { eventPath } from './events.paths.ts'
import type { NetworkEvent } from './events.store.ts'
import { isFull } from './is-full.ts'
import type { EventFacts } from './pages/event.ts'
import type { ListedEvent } from './pages/events.ts'
import type { PlaceState } from './places.store.ts'

/** What somebody in the network reads of an event. @param state how they have answered */
export const factsOf = (event: NetworkEvent, state?: PlaceState): EventFacts => ({
  title: event.title,
  about: event.about,
  when: whenWords(event.startsAt, event.endsAt),
  where: `${heldWords[event.held]}: ${event.place}`,
  places: placesWords(event),
  cancelledWhy: event.cancelledWhy,
  full: isFull(event) && state !== 'going' && state !== 'waiting',
})

function placesWords({ capacity, going, waiting }: NetworkEvent): string {
  const taken = `${going} of ${capacity} taken`
  return waiting === 0 ? taken : `${taken}, ${waiting} waiting`
}

export const isOver = ({ endsAt }: Pick<NetworkEvent, 'endsAt'>, at: Date): boolean => endsAt <= at

/** How an answer stands, in words for the time before or after the event. */
export const tagsAt = (event: Pick<NetworkEvent, 'endsAt'>, at: Date) => (isOver(event, at) ? pastTags : stateTags)

/** An event in a list. */
export function listedEvent(
  fund: string,
  event: NetworkEvent,
  { state, at }: { readonly state: PlaceState | undefined; readonly at: Date },
): ListedEvent {
  const { title, when, where, places } = factsOf(event)
  const cancelled = { text: 'Cancelled', colour: 'red' }
  return {
    href: eventPath(fund, event.id),
    title,
    when,
    where,
    places,
    state: event.cancelledAt === null ? state && tagsAt(event, at)[state] : cancelled,
  }
}
