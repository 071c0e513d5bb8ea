import { isShown } from '../../../core/rounds/service-notice.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { noticesToCome, type ServiceNotice } from './notices.store.ts'

/** How often a process looks for notices that another has put up or taken down. */
const everyMilliseconds = 5000

/** What this process knows of the notices of a database: no page asks the database for them. */
const known = new WeakMap<object, readonly ServiceNotice[]>()

/** The notices that every page shows now, as last read: at most ten seconds old while the process watches. */
export const currentNotices = (db: Database, at: Date): readonly ServiceNotice[] =>
  (known.get(db) ?? []).filter((notice) => isShown(notice, at))

/** Reads them anew. */
export async function refreshNotices({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  known.set(db, await noticesToCome(db, clock()))
}

/**
 * Keeps what this process knows of the notices up to date until it is stopped. A database that cannot be reached leaves
 * what was known: a page without a notice is better than no page.
 */
export function watchNotices(services: Pick<Services, 'db' | 'clock'>): { readonly stop: () => void } {
  let reading = false
  const read = async (): Promise<void> => {
    if (reading) return
    reading = true
    try {
      await refreshNotices(services)
    } catch {
      // The next reading may succeed; the database's own failures are logged where it is asked for pages.
    } finally {
      reading = false
    }
  }
  void read()
  const timer = setInterval(() => void read(), everyMilliseconds)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
