import { sql } from 'kysely'
import type { Answers } from '../../../core/forms/index.ts'
import type { Tx } from '../../../platform/database/database.ts'

type Carrying = {
  readonly applicationId: string
  readonly carried: Answers
  readonly personId: string
  readonly at: Date
}

/** Answers what a screener was told in the form too, with its history: the next version where it differs. One statement. */
export async function carryAnswers(tx: Tx, { applicationId, carried, personId, at }: Carrying): Promise<void> {
  if (Object.keys(carried).length === 0) return
  await sql`
    with told as (select key as question_id, value from jsonb_each(${JSON.stringify(carried)}::jsonb)), written as (
      insert into answer (application_id, question_id, value, version, saved_at, saved_by)
      select ${applicationId}::uuid, question_id, value, 1, ${at}::timestamptz, ${personId}::uuid from told
      on conflict (application_id, question_id) do update
        set value = excluded.value, version = answer.version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by
        where answer.value <> excluded.value
      returning application_id, question_id, value, version, saved_at, saved_by)
    insert into answer_version (application_id, question_id, version, value, saved_at, saved_by)
    select application_id, question_id, version, value, saved_at, saved_by from written`.execute(tx)
}
