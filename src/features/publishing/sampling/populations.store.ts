import { type RawBuilder, sql } from 'kysely'
import type { Population, SampleItem } from '../../../core/evidence/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { departuresOf } from '../evidence/departures.store.ts'

/** Applications that were sent in, with what became of them so far and where they are from. */
const applications = (roundId: string) => sql`
  select a.id, a.reference, o.name as lead, coalesce(o.region, '') as region,
    coalesce((select c ->> 'outcome' from decision d
      cross join lateral jsonb_array_elements(d.document::jsonb -> 'applications') c
      where d.round_id = a.round_id and c ->> 'reference' = a.reference), a.state) as outcome
  from application a join organisation o on o.id = a.lead_id
  where a.round_id = ${roundId}::uuid and a.mode = 'live' and a.state <> 'draft'`

/** Each with the columns `id`, `label` and `application`, the reference of the application or null. */
const items: Readonly<
  Record<Population, (round: { readonly id: string; readonly fundId: string }) => RawBuilder<unknown>>
> = {
  applications: () => sql`select reference as id, lead as label, reference as application from sent`,
  // Blind until scoring has closed.
  scores: ({ id }) => sql`
      select v.id || '/' || s.criterion_id as id, s.criterion_id || ', scored by ' || p.name as label,
        a.reference as application
      from score s join review v on v.id = s.review_id join sent a on a.id = v.application_id
        join person p on p.id = v.person_id join assessment m on m.round_id = ${id}::uuid
      where v.state = 'submitted' and not v.practice and m.closed_at is not null`,
  departures: ({ id }) => sql`
      select stage || '/' || reference as id, stage || ': ' || reason as label, reference as application
      from (${departuresOf(id)}) departed`,
  awards: ({ id }) => sql`
      select w.id::text as id, w.title as label, a.reference as application
      from award w join sent a on a.id = w.application_id where w.round_id = ${id}::uuid`,
  'deadline-changes': ({ id, fundId }) => sql`
      select x.id::text as id, 'More time: ' || x.reason as label, a.reference as application
      from deadline_extension x left join sent a on a.id = x.application_id where x.round_id = ${id}::uuid
      union all
      select e.id::text, 'Timetable changed', null from audit_event e
      where e.fund_id = ${fundId}::uuid and e.action = 'round.timetable-changed' and e.object_id = ${id}`,
  'conflicts-released': () => sql`
      select concat_ws('/', a.reference, r.person_id, r.kind, extract(epoch from r.released_at)) as id,
        r.kind || ' of ' || p.name || ': ' || r.reason as label, a.reference as application
      from conflict_release r join sent a on a.id = r.application_id join person p on p.id = r.person_id`,
}

/** Everything of one kind in a round, in one statement, by id. */
export async function itemsOf(
  db: Database | Tx,
  round: { readonly id: string; readonly fundId: string },
  population: Population,
): Promise<readonly SampleItem[]> {
  const { rows } = await sql<SampleItem>`
    with sent as (${applications(round.id)}), item as (${items[population](round)})
    select i.id, i.application as reference, i.label, coalesce(s.outcome, '') as outcome,
      coalesce(s.region, '') as region
    from item i left join sent s on s.reference = i.application order by i.id`.execute(db)
  return rows
}
