import { sql } from 'kysely'
import type { Spent } from '../../../core/experts/index.ts'
import type { Database } from '../../../platform/database/database.ts'

/** Hours of accepted advice, with whom it was for. */
export type SpentHours = Spent & {
  readonly number: number
  readonly title: string
  readonly council: string
  readonly expert: string
  readonly acceptedAt: Date
}

/** The hours of each note that a council of a fund accepted, at the fee of the terms that its expert had accepted then. */
export async function spentOf(db: Database, fundId: string): Promise<readonly SpentHours[]> {
  const { rows } = await sql<SpentHours>`
    select q.number, q.title, o.name as council, n.expert_id as "expertId", coalesce(nullif(p.name, ''), p.email) as expert,
      n.hours::float8 as hours, s.answered_at as "acceptedAt",
      coalesce((select t.fee_pounds from expert_acceptance a join expert_terms t
        on t.fund_id = a.fund_id and t.number = a.number
        where a.expert_id = n.expert_id and a.accepted_at <= n.written_at order by a.number desc limit 1), 0) as "feePounds"
    from expert_note n join expert_note_answer s on s.request_id = n.request_id and s.number = n.number
      join expert_request q on q.id = n.request_id join organisation o on o.id = q.organisation_id
      join expert e on e.id = n.expert_id join person p on p.id = e.person_id
    where q.fund_id = ${fundId}::uuid and s.answer = 'accepted' order by s.answered_at, q.number`.execute(db)
  return rows
}
