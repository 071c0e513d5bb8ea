import { sql } from 'kysely'
import type { Json } from '../../../core/canonical/index.ts'
import { among } from '../../../platform/database/among.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** One version that an answer has had. A blank one is null. */
export type AnswerVersion = {
  readonly questionId: string
  readonly version: number
  readonly value: Json
  readonly savedAt: Date
  /** Their name, or else their address. */
  readonly by: string
}

/** The versions of the answers to some questions, the newest first. At most the last 300. */
export async function versionsOf(
  db: Database | Tx,
  applicationId: string,
  questions: readonly string[],
): Promise<readonly AnswerVersion[]> {
  const { rows } = await sql<AnswerVersion>`
    select v.question_id as "questionId", v.version, v.value, v.saved_at as "savedAt",
      coalesce(nullif(p.name, ''), p.email) as by
    from answer_version v join person p on p.id = v.saved_by
    where v.application_id = ${applicationId}::uuid and v.question_id in ${among(questions)}
    order by v.saved_at desc, v.version desc limit 300`.execute(db)
  return rows
}
