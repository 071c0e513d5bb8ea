import { sql } from 'kysely'
import type { ReplyVersion } from '../../../core/assessment/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Adds a passage to a review that is still open; to another, nothing. */
export async function insertEvidence(
  db: Database | Tx,
  row: {
    readonly id: string
    readonly reviewId: string
    readonly criterionId: string
    readonly questionId: string
    readonly quote: string
    readonly reply: ReplyVersion | null
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into score_evidence (id, review_id, criterion_id, question_id, quote, pinned_at,
      reply_request, reply_version)
    select ${row.id}::uuid, v.id, ${row.criterionId}, ${row.questionId}, ${row.quote}, ${row.at}::timestamptz,
      ${row.reply?.request ?? null}::integer, ${row.reply?.version ?? null}::integer
    from review v where v.id = ${row.reviewId}::uuid and v.state = 'open'`.execute(db)
}

/** Takes one away from a review that is still open. */
export async function deleteEvidence(db: Database | Tx, id: string): Promise<void> {
  await sql`delete from score_evidence e using review v
    where e.id = ${id}::uuid and v.id = e.review_id and v.state = 'open'`.execute(db)
}
