import { sql } from 'kysely'
import { type AcceptedAward, acceptedAward } from './accepted-award.ts'
import type { TestServer } from './server.ts'

/** An accepted award with Birch as a partner, and one that Birch holds itself: each saves the rent of a building. */
export type TwoAwards = { readonly held: AcceptedAward; readonly other: string }

export async function twoAwards(server: TestServer): Promise<TwoAwards> {
  const held = await acceptedAward(server, 12)
  const other = await held.round.draft()
  const { ann, ben } = held.round.people
  // What it takes to come to an award and to a partner is tested where these are made.
  await server.services.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update application set lead_id = 'T-BIRCH' where reference = ${other}`.execute(tx)
    await sql`
      insert into award (id, round_id, application_id, organisation_id, type, title, pounds, committed_pounds, state, offered_at,
        accepted_at, version)
      select gen_random_uuid(), round_id, id, lead_id, 'support-in-kind', 'Youth service', 90000, 90000, 'accepted', now(), now(), 1
      from application where reference = ${other}`.execute(tx)
    await sql`
      insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at, decided_by)
      select id, 'T-BIRCH', 'accepted', now(), ${ann}::uuid, now(), ${ben}::uuid
      from application where reference = ${held.reference}`.execute(tx)
  })
  await writeSaving(server, ann, { reference: held.reference, title: 'Rent', pounds: 100_000 })
  await writeSaving(server, ann, { reference: other, title: 'Rent of both', pounds: 140_000 })
  return { held, other }
}

type Saving = { readonly reference: string; readonly title: string; readonly pounds: number }

/** Writes a benefit of money as the use cases of the register do, without its page. */
async function writeSaving({ services }: TestServer, by: string, { reference, title, pounds }: Saving): Promise<void> {
  const content = {
    title,
    kind: 'cashable',
    line: 'Premises',
    'falls-to': 'The council',
    attribution: 100,
    optimism: 0,
    pounds: [{ row: 'year-2026', central: pounds }],
  }
  await sql`
    insert into award_entry (award_id, sheet, entry, version, place, content, changed_at, changed_by)
    select w.id, 'benefits', 'rent', 1, 1, ${JSON.stringify(content)}::jsonb, now(), ${by}::uuid
    from award w join application a on a.id = w.application_id where a.reference = ${reference}`.execute(services.db)
}
