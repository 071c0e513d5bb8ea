import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** That an award whose round has published results stands otherwise than before. */
export type AwardChange = {
  readonly id: string
  readonly at: Date
  readonly reference: string
  readonly roundId: string
}

/** Those since a time: offered from the reserve list, accepted or put in force anew, declined, withdrawn. */
export async function awardChangesSince(db: Database, since: Date): Promise<readonly AwardChange[]> {
  const { rows } = await sql<AwardChange>`
    select e.id, e.at, a.reference, w.round_id as "roundId"
    from audit_event e join award w on w.id::text = e.object_id join application a on a.id = w.application_id
    where e.object_type = 'award' and e.at >= ${since}
      and e.action in ('award.offered', 'award.accepted', 'award.declined', 'award.withdrawn')
      and exists (select from published_results p where p.round_id = w.round_id and p.published_at <= e.at)
    order by e.at, e.id`.execute(db)
  return rows
}
