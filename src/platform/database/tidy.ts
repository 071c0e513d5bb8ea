import { sql } from 'kysely'
import type { Database } from './database.ts'

const EVERY_MILLISECONDS = 15 * 60_000

/** Below this much written since the last time, there is nothing worth a pause. */
const LEAST_BYTES = 4 * 1024 * 1024

/**
 * Does for the embedded engine what a server does by itself: without its background processes, the log of changes is
 * never cut short, space of deleted rows never used again, and a start after a crash repeats all that was ever done.
 *
 * @param lastPosition what the last call returned
 * @returns where the log of changes ends now
 */
export async function tidy(db: Database, lastPosition = '0/0', leastBytes = LEAST_BYTES): Promise<string> {
  const { rows } = await sql<{ position: string; bytes: number }>`
    select pg_current_wal_insert_lsn()::text as position,
      pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ${lastPosition}::pg_lsn)::int8 as bytes`.execute(db)
  if ((rows[0]?.bytes ?? 0) < leastBytes) return lastPosition
  await sql`vacuum (analyze)`.execute(db)
  await sql`checkpoint`.execute(db)
  const after = await sql<{ position: string }>`select pg_current_wal_insert_lsn()::text as position`.execute(db)
  return after.rows[0]?.position ?? lastPosition
}

/**
 * Tidies from time to time.
 *
 * @returns ends it, after the one that is under way
 */
export function keepTidy(db: Database, onFault: (error: Error) => void): () => Promise<void> {
  let position: string | undefined
  let tidying = Promise.resolve()
  const timer = setInterval(() => {
    tidying = tidying
      .then(async () => {
        position = await tidy(db, position)
      })
      .catch(onFault)
  }, EVERY_MILLISECONDS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await tidying
  }
}
