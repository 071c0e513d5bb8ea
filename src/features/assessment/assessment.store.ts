import { sql } from 'kysely'
import type { AssessmentTimes } from '../../core/assessment/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** Where a round's assessment stands. `dueAt`: when assessors are asked to have scored. */
export type Assessment = AssessmentTimes & { readonly roundId: string; readonly dueAt: Date | null }

/** Of a round that nobody has begun to assess: everything null. */
export async function assessmentOf(db: Database | Tx, roundId: string): Promise<Assessment> {
  const { rows } = await sql<Omit<Assessment, 'roundId'>>`
    select s.opened_at as "openedAt", s.due_at as "dueAt", s.closed_at as "closedAt", l.frozen_at as "frozenAt"
    from round r left join assessment s on s.round_id = r.id left join shortlist l on l.round_id = r.id
    where r.id = ${roundId}::uuid`.execute(db)
  return { roundId, ...(rows[0] ?? { openedAt: null, dueAt: null, closedAt: null, frozenAt: null }) }
}

/** Saves of reviews and the end of scoring wait until the transaction ends. */
export async function holdAssessment(tx: Tx, roundId: string): Promise<void> {
  await sql`select from assessment where round_id = ${roundId}::uuid for update`.execute(tx)
}

/** Whether anybody has scored an application of this round, practice apart. */
export async function hasScores(db: Database | Tx, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ scored: boolean }>`
    select exists (select from score join review v on v.id = review_id join application a on a.id = v.application_id
      where a.round_id = ${roundId}::uuid and not v.practice) as scored`.execute(db)
  return rows[0]?.scored === true
}

/** A round whose applications are being scored, or wait for a decision. */
export type RoundUnderWay = AssessmentTimes & {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
}

/** The rounds of these funds in which scoring has opened and the shortlist is not frozen. */
export async function roundsUnderWay(db: Database | Tx, fundIds: readonly string[]): Promise<readonly RoundUnderWay[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<RoundUnderWay>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName",
      s.opened_at as "openedAt", s.closed_at as "closedAt", null as "frozenAt"
    from assessment s join round r on r.id = s.round_id join fund f on f.id = r.fund_id
    where r.fund_id = any(${[...fundIds]}::uuid[]) and s.opened_at is not null and r.cancelled_at is null
      and not exists (select from shortlist l where l.round_id = r.id)
    order by s.opened_at, r.name`.execute(db)
  return rows
}
