import { fundsWith } from '../../../core/permissions/index.ts'
import { type Found, plainExcerpt, type Search } from '../../../core/search/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { eventPath } from './events.paths.ts'
import { eventsByWords } from './search.store.ts'

/** The events of the networks of which somebody is a member: one statement. */
export async function searchEvents(db: Database, { actor, at, ...search }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const reader = { personId: actor.personId, runsFundIds: fundsWith(actor, 'network:run'), on: isoDay(at) }
  const rows = await eventsByWords(db, { ...search, ...reader })
  return rows.map(({ id, fund, fundName, startsAt, excerpt, ...match }) => ({
    kind: 'event',
    href: eventPath(fund, id),
    detail: `${fundName}, ${ukTime(startsAt)}`,
    excerpt: plainExcerpt(excerpt),
    ...match,
  }))
}
