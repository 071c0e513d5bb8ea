import type { Found, Search } from '../../../core/search/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { notificationPath } from '../notifications.paths.ts'
import { messagesByWords } from './centre.store.ts'

/** What was sent to whoever looks: one statement. */
export async function searchMessages(db: Database, { actor, words, limit }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const rows = await messagesByWords(db, actor, { words, limit })
  return rows.map(({ id, subject, createdAt, ...match }) => ({
    kind: 'message',
    href: notificationPath(id),
    title: subject,
    detail: ukTime(createdAt),
    // Its subject says so itself.
    illustrative: false,
    ...match,
  }))
}
