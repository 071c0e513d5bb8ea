import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'

/** A complaint that somebody has to see to: to reply to, or to name somebody for. */
export type ComplaintToHandle = {
  readonly reference: string
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly toName: boolean
  /** When it has to be replied to, or somebody be named. */
  readonly dueOn: IsoDay
  readonly late: boolean
}

/**
 * Complaints that this person was named to look at and has not replied to, and those on the funds that they run for which
 * nobody is named yet, by when they are due: at most 20.
 */
export async function complaintsToHandle(
  db: Database,
  personId: string,
  fundIds: readonly string[],
  today: IsoDay,
): Promise<readonly ComplaintToHandle[]> {
  const { rows } = await sql<ComplaintToHandle>`
    with staged as (
      select c.id, c.reference, a.round_id, case when v.complaint_id is null then 'first' else 'review' end as stage,
        case when v.complaint_id is null then c.acknowledge_by else v.reply_by end as name_by,
        coalesce(v.reply_by, c.reply_by) as reply_by
      from complaint c join application a on a.id = c.application_id left join complaint_review v on v.complaint_id = c.id
    ), open as (
      select s.*, h.person_id, case when h.person_id is null then s.name_by else s.reply_by end as due_on
      from staged s left join lateral (select person_id from complaint_handler
        where complaint_id = s.id and stage = s.stage order by number desc limit 1) h on true
      where not exists (select from complaint_reply y where y.complaint_id = s.id and y.stage = s.stage)
    )
    select o.reference, f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName",
      o.person_id is null as "toName", o.due_on as "dueOn", o.due_on < ${today} as late
    from open o join round r on r.id = o.round_id join fund f on f.id = r.fund_id
    where o.person_id = ${personId}::uuid or (o.person_id is null and f.id = any(${[...fundIds]}::uuid[]))
    order by o.due_on, o.reference limit 20`.execute(db)
  return rows
}
