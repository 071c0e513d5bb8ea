import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A question back to whoever made a request; `answeredOn` is null while it waits. */
export type QuestionBack = {
  readonly number: number
  readonly question: string
  readonly askedOn: IsoDay
  readonly answeredOn: IsoDay | null
}

type Done = { readonly at: Date; readonly by: string }

/** The questions back of a request, the first first. */
export async function questionsBack(db: Database | Tx, requestId: string): Promise<readonly QuestionBack[]> {
  const { rows } = await sql<QuestionBack>`
    select b.number, b.question, b.asked_on as "askedOn", a.answered_on as "answeredOn"
    from request_question b left join request_question_answer a on a.request_id = b.request_id and a.number = b.number
    where b.request_id = ${requestId}::uuid order by b.number`.execute(db)
  return rows
}

export async function insertQuestion(
  tx: Tx,
  requestId: string,
  { number, question, askedOn, at, by }: Omit<QuestionBack, 'answeredOn'> & Done,
): Promise<void> {
  await sql`
    insert into request_question (request_id, number, question, asked_on, recorded_at, recorded_by)
    values (${requestId}::uuid, ${number}, ${question}, ${askedOn}, ${at}, ${by}::uuid)`.execute(tx)
}

export async function insertQuestionAnswer(
  tx: Tx,
  requestId: string,
  {
    number,
    answeredOn,
    dueOn,
    at,
    by,
  }: { readonly number: number; readonly answeredOn: IsoDay; readonly dueOn: IsoDay } & Done,
): Promise<void> {
  await sql`
    insert into request_question_answer (request_id, number, answered_on, due_on, recorded_at, recorded_by)
    values (${requestId}::uuid, ${number}, ${answeredOn}, ${dueOn}, ${at}, ${by}::uuid)`.execute(tx)
}
