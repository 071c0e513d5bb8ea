import { ukTime } from '../../core/time/uk-time.ts'
import type { Database } from '../../platform/database/database.ts'
import { whenWords } from './events/event-mail.messages.ts'
import { stateTags } from './events/events.messages.ts'
import { eventPath, eventsPath } from './events/events.paths.ts'
import { eventsOf } from './events/events.store.ts'
import { ownPlaces } from './events/places.store.ts'
import type { Network } from './open-network.ts'
import type { NetworkPart } from './pages/network.ts'
import { topicWords } from './posts/posts.messages.ts'
import { threadPath, threadsPath } from './posts/posts.paths.ts'
import { threadsOf } from './posts/posts.store.ts'

/** How many of each the front of a network shows. */
const shown = 3

/** What is new in a network: a fixed number of statements. */
export async function newsOf(db: Database, network: Network, at: Date): Promise<readonly NetworkPart[]> {
  return [await latestThreads(db, network), await comingEvents(db, network, at)]
}

async function latestThreads(db: Database, { fund }: Network): Promise<NetworkPart> {
  const threads = (await threadsOf(db, fund.id, '')).slice(0, shown)
  return {
    title: 'Questions and posts',
    none: 'Nothing was asked or told yet.',
    lines: threads.map(({ id, title, topic, author, lastAt }) => ({
      href: threadPath(fund.slug, id),
      text: title,
      detail: `${topicWords[topic]}. By ${author}. The latest at ${ukTime(lastAt)}`,
    })),
    more: { href: threadsPath(fund.slug), text: 'All questions and posts' },
  }
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
