import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'

/** A conversation that a review planned for a day that has passed, and of which nobody has said that it took place. */
export type PassedTalk = { readonly reference: string; readonly title: string; readonly on: IsoDay }

/** Those of all reviews on which somebody works, the one that was planned first before others. */
export async function passedTalks(db: Database, personId: string, today: IsoDay): Promise<readonly PassedTalk[]> {
  const { rows } = await sql<PassedTalk>`
    select reference, content ->> 'title' as title, content ->> 'on' as on from (
      select distinct on (r.reference, e.entry) r.reference, e.entry, e.content
      from strategic_review_person p join strategic_review r on r.id = p.review_id
        join strategic_review_entry e on e.review_id = r.id and e.sheet = 'engagement'
      where p.person_id = ${personId}::uuid and cardinality(p.roles) > 0
      order by r.reference, e.entry, e.version desc) as last
    where content ->> 'state' = 'planned' and content ->> 'on' < ${today}
    order by content ->> 'on', reference, entry`.execute(db)
  return rows
}
