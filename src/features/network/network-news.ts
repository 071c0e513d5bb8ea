import type { Database } from '../../platform/database/database.ts'
import { whenWords } from './events/event-mail.messages.ts'
import { stateTags } from './events/events.messages.ts'
import { eventPath, eventsPath } from './events/events.paths.ts'
import { eventsOf } from './events/events.store.ts'
import { ownPlaces } from './events/places.store.ts'
import type { Network } from './open-network.ts'
import type { NetworkPart } from './pages/network.ts'

/** How many of each the front of a network shows. */
const shown = 3

/** What is new in a network: a fixed number of statements. */
export async function newsOf(db: Database, network: Network, at: Date): Promise<readonly NetworkPart[]> {
  return [await comingEvents(db, network, at)]
}

async function comingEvents(db: Database, { fund, person }: Network, at: Date): Promise<NetworkPart> {
  const coming = (await eventsOf(db, fund.id, at)).filter(({ cancelledAt }) => cancelledAt === null).slice(0, shown)
  const ids = coming.map(({ id }) => id)
  const own = await ownPlaces(db, ids, person.personId)
  return {
    title: 'Events to come',
    none: 'No event is planned.',
    lines: coming.map(({ id, title, startsAt, endsAt }) => ({
      href: eventPath(fund.slug, id),
      text: title,
      detail: `${whenWords(startsAt, endsAt)}. ${stateTags[own.get(id) ?? 'invited'].text}`,
    })),
    more: { href: eventsPath(fund.slug), text: 'All events' },
  }
}
