import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody who is told what became of an application: `leads` of its lead, else of a partner that accepted. */
export type ToTell = {
  readonly personId: string
  readonly email: string
  readonly leads: boolean
}

/**
 * Who is told of each application of a round that was not withdrawn, by its reference: the confirmed people of its lead and
 * of every partner that has accepted, each once.
 */
export async function peopleToTell(
  db: Database | Tx,
  roundId: string,
): Promise<readonly { readonly reference: string; readonly people: readonly ToTell[] }[]> {
  const { rows } = await sql<{ reference: string; people: readonly ToTell[] }>`
    with body as (
      select a.id, a.lead_id as organisation_id, true as leads from application a
      union all
      select w.application_id, w.organisation_id, false from application_partner w where w.state = 'accepted'
    ), told as (
      select b.id, p.id as person_id, p.email, bool_or(b.leads) as leads
      from body b join membership m on m.organisation_id = b.organisation_id and m.state = 'confirmed'
        join person p on p.id = m.person_id
      group by b.id, p.id, p.email
    )
    select a.reference, (select coalesce(jsonb_agg(jsonb_build_object('personId', t.person_id, 'email', t.email,
      'leads', t.leads) order by t.leads desc, t.email), '[]') from told t where t.id = a.id) as people
    from application a where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live'
    order by a.reference`.execute(db)
  return rows
}
