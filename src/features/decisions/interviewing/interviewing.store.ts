import { sql } from 'kysely'
import type { PanelReview } from '../../../core/interviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Where the interviews of a round stand. `held`: the sealed rules say that there are some; `sealed`: whether there are such rules. */
export type Interviewing = {
  readonly sealed: boolean
  readonly held: boolean
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly closedReason: string
}

/** Of a round in which nobody has begun: everything null. */
export async function interviewingOf(db: Database | Tx, roundId: string): Promise<Interviewing> {
  const { rows } = await sql<Interviewing>`
    select coalesce((select (s.document::jsonb #>> '{locked,interview,held}')::boolean from sealed_rules s
        where s.round_id = r.id order by s.version desc limit 1), false) as held,
      exists (select from sealed_rules s where s.round_id = r.id) as sealed, i.opened_at as "openedAt", i.closed_at as "closedAt", coalesce(i.closed_reason, '') as "closedReason"
    from round r left join interviewing i on i.round_id = r.id where r.id = ${roundId}::uuid`.execute(db)
  return rows[0] ?? { sealed: false, held: false, openedAt: null, closedAt: null, closedReason: '' }
}

/** The ids of what is submitted and not withdrawn. */
export async function applicationsStanding(db: Database | Tx, roundId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from application where round_id = ${roundId}::uuid and state = 'submitted' and mode = 'live'`.execute(db)
  return rows.map(({ id }) => id)
}

/** Everything that was submitted by members whose last word is that they have no conflict, and who did not have to leave the room. */
export async function reviewsThatCount(
  db: Database | Tx,
  roundId: string,
): Promise<readonly (PanelReview & { readonly applicationId: string })[]> {
  const { rows } = await sql<PanelReview & { readonly applicationId: string }>`
    select v.application_id as "applicationId", v.person_id as "personId",
      (select coalesce(jsonb_object_agg(c.criterion_id, c.points), '{}') from interview_score c
        where c.review_id = v.id and c.points is not null) as points
    from interview_review v join application a on a.id = v.application_id
    where a.round_id = ${roundId}::uuid and v.state = 'submitted'
      and not coalesce((select d.has_conflict from conflict_declaration d where d.application_id = v.application_id
        and d.person_id = v.person_id order by d.number desc limit 1), false)
      and not coalesce((select v.person_id = any(p.recused_ids) from interview_place p
        where p.application_id = v.application_id order by p.number desc limit 1), false)
    order by v.application_id, v.person_id`.execute(db)
  return rows
}

export async function openInterviewing(tx: Tx, roundId: string, at: Date, by: string | null): Promise<void> {
  await sql`
    insert into interviewing (round_id, opened_at, opened_by) values (${roundId}::uuid, ${at}, ${by}::uuid)
    on conflict (round_id) do update set opened_at = excluded.opened_at, opened_by = excluded.opened_by`.execute(tx)
}

/** Saves of scores wait until the transaction ends. */
export async function holdInterviewing(tx: Tx, roundId: string): Promise<void> {
  await sql`select from interviewing where round_id = ${roundId}::uuid for update`.execute(tx)
}

export async function closeInterviewing(
  tx: Tx,
  roundId: string,
  { at, by, reason }: { readonly at: Date; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await sql`
    update interviewing set closed_at = ${at}, closed_by = ${by}::uuid, closed_reason = ${reason}
    where round_id = ${roundId}::uuid`.execute(tx)
}
