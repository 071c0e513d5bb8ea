import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What the programme team agreed that a criterion of an application to practise on deserves, and why. */
export type AgreedScore = { readonly criterionId: string; readonly points: number; readonly explanation: string }

/** Of one application; none when it is not for practice. */
export async function agreedScoresOf(
  db: Database | Tx,
  roundId: string,
  applicationId: string,
): Promise<readonly AgreedScore[]> {
  const { rows } = await sql<Omit<AgreedScore, 'points'> & { points: string }>`
    select p.criterion_id as "criterionId", p.points, p.explanation from practice_score p
    where p.round_id = ${roundId}::uuid and p.application_id = ${applicationId}::uuid
    order by p.criterion_id`.execute(db)
  return rows.map((row) => ({ ...row, points: Number(row.points) }))
}

/** An application of a round that assessors practise on. */
export type PracticeApplication = { readonly reference: string; readonly leadName: string }

export async function practiceApplications(
  db: Database | Tx,
  roundId: string,
): Promise<readonly PracticeApplication[]> {
  const { rows } = await sql<PracticeApplication>`
    select a.reference, o.name as "leadName" from application a join organisation o on o.id = a.lead_id
    where a.round_id = ${roundId}::uuid and exists (select from practice_score p
      where p.round_id = a.round_id and p.application_id = a.id) order by a.reference`.execute(db)
  return rows
}

/** Writes the agreed scores of one application in the place of those before. */
export async function saveAgreedScores(
  tx: Tx,
  row: {
    readonly roundId: string
    readonly applicationId: string
    readonly scores: readonly AgreedScore[]
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await sql`
    insert into practice_score (round_id, application_id, criterion_id, points, explanation, agreed_at, agreed_by)
    select ${row.roundId}::uuid, ${row.applicationId}::uuid, "criterionId", points, explanation, ${row.at}::timestamptz,
      ${row.by}::uuid
    from jsonb_to_recordset(${JSON.stringify(row.scores)}::jsonb)
      as t ("criterionId" text, points numeric, explanation text)
    on conflict on constraint practice_score_pk do update set points = excluded.points,
      explanation = excluded.explanation, agreed_at = excluded.agreed_at, agreed_by = excluded.agreed_by`.execute(tx)
}

/** Takes an application out of practice; what people wrote of it stays. */
export async function deleteAgreedScores(tx: Tx, roundId: string, applicationId: string): Promise<void> {
  await sql`delete from practice_score where round_id = ${roundId}::uuid
    and application_id = ${applicationId}::uuid`.execute(tx)
}
