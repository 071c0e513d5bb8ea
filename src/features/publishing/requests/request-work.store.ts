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
}

/** Requests on these funds that are late, and those that this person answers for, by when they are due: at most 20. */
export async function requestsToAnswer(
  db: Database,
  personId: string,
  fundIds: readonly string[],
  today: IsoDay,
): Promise<readonly RequestToAnswer[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<RequestToAnswer>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", q.number, q.kind,
      q.due_on as "dueOn", q.due_on < ${today} as late
    from information_request q join round r on r.id = q.round_id join fund f on f.id = r.fund_id
    where f.id = any(${[...fundIds]}::uuid[]) and (q.owner_id = ${personId}::uuid or q.due_on < ${today})
      and not exists (select from request_answer where request_id = q.id)
    order by q.due_on, q.number limit 20`.execute(db)
  return rows
}
