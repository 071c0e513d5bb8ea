import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'

/** A request that somebody has to see to. */
export type RequestToAnswer = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly number: number
  readonly kind: string
  readonly dueOn: IsoDay
  readonly late: boolean
  readonly step: 'to-draft' | 'to-clear' | 'to-send'
  /** Whether its last draft is this person's own, which somebody else clears. */
  readonly ownDraft: boolean
}

/**
 * Requests on these funds that are late, those that this person answers for, and those of which others have drafted an answer
 * that waits to be cleared, by when they are due: at most 20.
 */
export async function requestsToAnswer(
  db: Database,
  personId: string,
  fundIds: readonly string[],
  today: IsoDay,
): Promise<readonly RequestToAnswer[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<RequestToAnswer>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", q.number, q.kind,
      u.due_on as "dueOn", u.late, d.step, d.own as "ownDraft"
    from information_request q join round r on r.id = q.round_id join fund f on f.id = r.fund_id
      cross join lateral (select max(a.due_on) as due_on, count(a.number) as heard, count(b.number) > count(a.number) as waits
        from request_question b left join request_question_answer a on a.request_id = b.request_id and a.number = b.number
        where b.request_id = q.id) t
      cross join lateral (select t.waits, coalesce((select e.due_on from request_extension e
          where e.request_id = q.id and e.heard = t.heard order by e.number desc limit 1), t.due_on, q.due_on) as due_on) w
      cross join lateral (select w.due_on, w.waits, w.due_on < ${today} and not w.waits as late) u
      cross join lateral (select case when max(x.number) is null then 'to-draft'
            when max(c.number) = max(x.number) then 'to-send' else 'to-clear' end as step,
          coalesce((array_agg(x.saved_by order by x.number desc))[1] = ${personId}::uuid, false) as own
        from request_draft x left join request_clearance c on c.request_id = x.request_id and c.number = x.number
        where x.request_id = q.id) d
    where f.id = any(${[...fundIds]}::uuid[]) and (q.owner_id = ${personId}::uuid or u.late or (d.step = 'to-clear' and not d.own)) and not u.waits
      and not exists (select from request_answer where request_id = q.id)
    order by u.due_on, q.number limit 20`.execute(db)
  return rows
}
