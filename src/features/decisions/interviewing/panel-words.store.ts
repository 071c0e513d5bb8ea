import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Something that a member of the panel wrote of an interview, without who wrote it. */
export type PanelWords = { readonly applicationId: string; readonly criterionId: string; readonly text: string }

/** What was submitted by members whose last word is that they have no conflict, in an order that says nothing. */
export async function panelWordsOn(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<readonly PanelWords[]> {
  const { rows } = await sql<PanelWords>`
    select v.application_id as "applicationId", c.criterion_id as "criterionId", c.comment as text
    from interview_review v join interview_score c on c.review_id = v.id
    where v.application_id = any(${[...applicationIds]}::uuid[]) and v.state = 'submitted' and c.comment <> ''
      and not coalesce((select d.has_conflict from conflict_declaration d where d.application_id = v.application_id
        and d.person_id = v.person_id order by d.number desc limit 1), false)
    order by v.application_id, c.criterion_id, md5(v.id::text || c.criterion_id)`.execute(db)
  return rows
}
