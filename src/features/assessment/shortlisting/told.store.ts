import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { freeOfConflict } from '../scoring/free-of-conflict.store.ts'

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

/** What assessors whose reviews count wrote of an application, by criterion, without their names. */
export async function commentsOn(
  db: Database | Tx,
  applicationId: string,
  criteria: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly { readonly criterion: string; readonly comments: readonly string[] }[]> {
  const { rows } = await sql<{ criterionId: string; comments: readonly string[] }>`
    select s.criterion_id as "criterionId", jsonb_agg(s.comment order by md5(v.id::text)) as comments
    from review v join score s on s.review_id = v.id
    where v.application_id = ${applicationId}::uuid and v.state = 'submitted' and not v.practice and s.comment <> ''
      and ${freeOfConflict}
      and not coalesce((select x.set_aside from review_set_aside x where x.review_id = v.id
        order by x.number desc limit 1), false)
    group by s.criterion_id`.execute(db)
  return criteria.flatMap(({ id, name }) => {
    const found = rows.find(({ criterionId }) => criterionId === id)
    return found === undefined ? [] : [{ criterion: name, comments: found.comments }]
  })
}
