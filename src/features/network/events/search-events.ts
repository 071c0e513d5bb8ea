import { type Found, plainExcerpt, type Search } from '../../../core/search/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { networkReader } from '../network-reader.ts'
import { eventPath } from './events.paths.ts'
import { eventsByWords } from './search.store.ts'

/** The events of the networks of which somebody is a member: one statement. */
export async function searchEvents(db: Database, { actor, at, words, limit }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const rows = await eventsByWords(db, { words, limit, ...networkReader(actor, at) })
  return rows.map(({ id, fund, fundName, startsAt, excerpt, ...match }) => ({
    kind: 'event',
    href: eventPath(fund, id),
    detail: `${fundName}, ${ukTime(startsAt)}`,
    excerpt: plainExcerpt(excerpt),
    ...match,
  }))
}
