import { sql } from 'kysely'
import { addMonths, isoDay } from '../../src/core/time/day.ts'
import { type OpenRound, openRound } from './open-round.ts'
import type { TestBrowser, TestServer } from './server.ts'

/** An award that a council has accepted, with its people. */
export type AcceptedAward = {
  readonly round: OpenRound
  /** Of the council that holds it. */
  readonly ann: TestBrowser
  readonly reference: string
  /** The address of its application. */
  readonly home: string
}

/** Makes an award that Ann’s council accepted so many months ago. */
export async function acceptedAward(server: TestServer, monthsAgo: number): Promise<AcceptedAward> {
  const round = await openRound(server.services)
  const reference = await round.draft()
  const at = new Date(`${addMonths(isoDay(server.services.clock()), -monthsAgo)}T12:00:00Z`)
  await server.services.db.transaction().execute(async (tx) => {
    // What it takes to come to an award is tested where awards are made.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`
      insert into award (id, round_id, application_id, organisation_id, type, title, pounds, committed_pounds, state, offered_at,
        accepted_at, version)
      select gen_random_uuid(), round_id, id, lead_id, 'support-in-kind', 'Youth service', 90000, 90000, 'accepted', ${at}, ${at}, 1
      from application where reference = ${reference}`.execute(tx)
  })
  return { round, reference, ann: await server.signedIn(round.people.ann), home: `/applications/${reference}` }
}
