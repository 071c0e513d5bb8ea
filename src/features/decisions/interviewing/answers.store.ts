import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** `kept`: the team's answer to a wish to move, with its reason; a wish that is granted is a new place. */
export type AnswerKind = 'confirmed' | 'move' | 'kept'

/** What was said last of a place. */
export type InterviewAnswer = {
  readonly applicationId: string
  readonly placeNumber: number
  readonly answer: AnswerKind
  readonly reason: string
  readonly saidAt: Date
  readonly saidByName: string | null
}

/** The last answer of each application of a round. */
export async function answersOf(db: Database | Tx, roundId: string): Promise<ReadonlyMap<string, InterviewAnswer>> {
  const { rows } = await sql<InterviewAnswer>`
    select distinct on (w.application_id) w.application_id as "applicationId", w.place_number as "placeNumber", w.answer,
      w.reason, w.said_at as "saidAt", coalesce(nullif(p.name, ''), p.email) as "saidByName"
    from interview_answer w join application a on a.id = w.application_id left join person p on p.id = w.said_by
    where a.round_id = ${roundId}::uuid order by w.application_id, w.number desc`.execute(db)
  return new Map(rows.map((row) => [row.applicationId, row]))
}

export async function insertAnswer(
  tx: Tx,
  said: Omit<InterviewAnswer, 'saidAt' | 'saidByName'> & { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    insert into interview_answer (application_id, number, place_number, answer, reason, said_at, said_by)
    select ${said.applicationId}::uuid, coalesce(max(number), 0) + 1, ${said.placeNumber}, ${said.answer}, ${said.reason},
      ${said.at}::timestamptz, ${said.by}::uuid
    from interview_answer where application_id = ${said.applicationId}::uuid`.execute(tx)
}

/** Who did not come to an interview: a member of the panel, or (null) those who applied. */
export type Absence = { readonly applicationId: string; readonly personId: string | null; readonly reason: string }

/** The absences that stand in a round: of each, what was recorded last. */
export async function absencesOf(db: Database | Tx, roundId: string): Promise<readonly Absence[]> {
  const { rows } = await sql<Absence>`
    select "applicationId", "personId", reason from (
      select distinct on (w.application_id, w.person_id) w.application_id as "applicationId", w.person_id as "personId",
        w.reason, w.absent
      from interview_absence w join application a on a.id = w.application_id
      where a.round_id = ${roundId}::uuid order by w.application_id, w.person_id, w.number desc) as last
    where absent`.execute(db)
  return rows
}

export async function insertAbsence(
  tx: Tx,
  said: Absence & { readonly absent: boolean; readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    insert into interview_absence (application_id, number, person_id, absent, reason, recorded_at, recorded_by)
    select ${said.applicationId}::uuid, coalesce(max(number), 0) + 1, ${said.personId}::uuid, ${said.absent},
      ${said.reason}, ${said.at}::timestamptz, ${said.by}::uuid
    from interview_absence where application_id = ${said.applicationId}::uuid`.execute(tx)
}
