import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { scanQuestion } from './files.paths.ts'

/** A file that nothing refers to; of an application that is no more there is no fund. */
export type UnusedFile = {
  readonly id: string
  readonly fundId: string | null
  /** Whether an earlier version of an answer has it. */
  readonly takenOut: boolean
}

/**
 * Files sent before a time that nothing says anything of: no answer, no version of one that was there until after that
 * time, no text that was set aside, no submission, in time or late, and no reply to the programme team. Scans belong to an
 * application by themselves. What is of somebody or of an application on legal hold is none.
 */
export async function unusedFiles(db: Database, before: Date, most: number): Promise<readonly UnusedFile[]> {
  const { rows } = await sql<UnusedFile>`
    select f.id, r.fund_id as "fundId", exists (select from answer_version v
      where v.application_id = a.id and position(f.id::text in v.value::text) > 0) as "takenOut"
    from stored_file f left join application a on a.reference = f.owner_id left join round r on r.id = a.round_id
    where f.owner_type = 'application' and f.uploaded_at < ${before} and not person_is_held(f.uploaded_by)
      and not coalesce(application_is_held(a.id), false)
      and (a.id is null or (f.question_id <> ${scanQuestion} and not exists (
        select from (
          select value from answer where application_id = a.id
          union all select v.value from answer_version v where v.application_id = a.id and not exists (
            select from answer_version n where n.application_id = a.id and n.question_id = v.question_id
              and n.version > v.version and n.saved_at <= ${before})
          union all select value from answer_set_aside where application_id = a.id
          union all select set_aside from application_form_change where application_id = a.id
          union all select content from submission where application_id = a.id
          union all select content from late_attempt where application_id = a.id
          union all select p.value from answer_reply p join answer_request q on q.id = p.request_id
            where q.application_id = a.id
        ) as said (value) where position(f.id::text in said.value::text) > 0)))
    order by f.uploaded_at, f.id limit ${most}`.execute(db)
  return rows
}
