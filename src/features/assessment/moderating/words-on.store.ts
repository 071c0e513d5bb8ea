import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { freeOfConflict } from '../scoring/free-of-conflict.store.ts'

/** Something that was written of an application while it was assessed, without who wrote it. */
export type WrittenWords = {
  readonly applicationId: string
  /** `moderation`: why a score was moderated, or what the meeting noted. */
  readonly kind: 'moderation' | 'comment'
  /** '': of the application as a whole. */
  readonly criterionId: string
  readonly text: string
}

/**
 * What was written of applications by assessors whose reviews count, and by those who moderated. Within each criterion the
 * order is another one, so that nobody's comments can be put together.
 */
export async function wordsOn(db: Database | Tx, applicationIds: readonly string[]): Promise<readonly WrittenWords[]> {
  const { rows } = await sql<WrittenWords>`
    with counted as (
      select v.id, v.application_id, v.overall_comment from review v
      where v.application_id = any(${[...applicationIds]}::uuid[]) and v.state = 'submitted' and not v.practice
        and ${freeOfConflict}
        and not coalesce((select x.set_aside from review_set_aside x where x.review_id = v.id
          order by x.number desc limit 1), false)
    ), moderated as (
      select distinct on (m.review_id, m.criterion_id) m.review_id, m.criterion_id, m.points, m.reason
      from score_moderation m join counted c on c.id = m.review_id
      order by m.review_id, m.criterion_id, m.number desc
    ), words as (
      select c.application_id, 'moderation' as kind, m.criterion_id, m.reason as text, c.id
        from counted c join moderated m on m.review_id = c.id where m.points is not null
      union all select n.application_id, 'moderation', '', n.note, n.id from moderation_note n
        where n.application_id = any(${[...applicationIds]}::uuid[])
      union all select c.application_id, 'comment', s.criterion_id, s.comment, c.id
        from counted c join score s on s.review_id = c.id
      union all select c.application_id, 'comment', '', c.overall_comment, c.id from counted c
    )
    select application_id as "applicationId", kind, criterion_id as "criterionId", text from words
    where text <> '' order by application_id, criterion_id, kind desc, md5(id::text || criterion_id)`.execute(db)
  return rows
}
