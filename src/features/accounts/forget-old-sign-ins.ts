import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

const day = 24 * 3_600_000

/** How long the traces of signing in are kept: requests for a link 30 days, sessions a year, as the privacy inventory says. */
const kept = { requestDays: 30, sessionDays: 365 } as const

/**
 * Removes what is kept no longer: requests for a sign-in link and sessions, whose tokens have long been good for nothing.
 * What is of people on legal hold stays.
 */
export async function forgetOldSignIns(db: Database, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * day)
  await sql`
    delete from sign_in_request r where expires_at < ${before(kept.requestDays)}
      and not exists (select from person p where p.email = r.email and person_is_held(p.id))`.execute(db)
  await sql`
    delete from session where expires_at < ${before(kept.sessionDays)} and not person_is_held(person_id)`.execute(db)
}
