import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A question to ask; `applicationId` null: in every interview. `criterionId`: of whose doubt it is, or ''. */
export type InterviewQuestion = {
  readonly id: string
  readonly applicationId: string | null
  readonly question: string
  readonly criterionId: string
}

/** The questions of a round, those for everybody first, in the order in which they were written. */
export async function questionsOf(db: Database | Tx, roundId: string): Promise<readonly InterviewQuestion[]> {
  const { rows } = await sql<InterviewQuestion>`
    select id, application_id as "applicationId", question, criterion_id as "criterionId" from interview_question
    where round_id = ${roundId}::uuid and removed_at is null
    order by application_id nulls first, place, written_at`.execute(db)
  return rows
}

export async function insertQuestion(
  tx: Tx,
  question: InterviewQuestion & { readonly roundId: string; readonly at: Date; readonly by: string | null },
): Promise<void> {
  const { id, roundId, applicationId, criterionId, at, by } = question
  await sql`
    insert into interview_question (id, round_id, application_id, place, question, criterion_id, written_at, written_by)
    select ${id}::uuid, ${roundId}::uuid, ${applicationId}::uuid, coalesce(max(place), 0) + 1, ${question.question},
      ${criterionId}, ${at}::timestamptz, ${by}::uuid
    from interview_question where round_id = ${roundId}::uuid`.execute(tx)
}

/** @returns false when there is none */
export async function removeQuestion(tx: Tx, roundId: string, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update interview_question set removed_at = ${at}
    where id::text = ${id} and round_id = ${roundId}::uuid and removed_at is null returning id`.execute(tx)
  return rows.length === 1
}

/** What assessors whose reviews count gave and wrote of one application, by criterion, without their names. */
export async function doubtsOf(
  db: Database | Tx,
  applicationId: string,
): Promise<readonly { readonly criterionId: string; readonly points: number; readonly comment: string }[]> {
  const { rows } = await sql<{ criterionId: string; points: number; comment: string }>`
    select s.criterion_id as "criterionId", coalesce(m.points, s.points)::float8 as points, s.comment
    from review v join score s on s.review_id = v.id
    left join lateral (select x.points from score_moderation x where x.review_id = v.id
      and x.criterion_id = s.criterion_id order by x.number desc limit 1) m on true
    where v.application_id = ${applicationId}::uuid and v.state = 'submitted' and not v.practice and s.points is not null
      and not coalesce((select x.set_aside from review_set_aside x where x.review_id = v.id
        order by x.number desc limit 1), false)
      and not coalesce((select d.has_conflict from conflict_declaration d where d.application_id = v.application_id
        and d.person_id = v.person_id order by d.number desc limit 1), false)
    order by s.criterion_id, md5(v.id::text)`.execute(db)
  return rows
}
