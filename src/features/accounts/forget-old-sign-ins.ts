import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

const day = 24 * 3_600_000

/** How long the traces of signing in are kept: requests for a link 30 days, sessions a year, as the privacy inventory says. */
const kept = { requestDays: 30, sessionDays: 365 } as const

/** Removes what is kept no longer: requests for a sign-in link and sessions, whose tokens have long been good for nothing. */
export async function forgetOldSignIns(db: Database, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * day)
  await sql`delete from sign_in_request where expires_at < ${before(kept.requestDays)}`.execute(db)
  await sql`delete from session where expires_at < ${before(kept.sessionDays)}`.execute(db)
}
