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

/** Whether anybody has scored an application of this round, practice apart. */
export async function hasScores(db: Database | Tx, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ scored: boolean }>`
    select exists (select from score join review v on v.id = review_id join application a on a.id = v.application_id
      where a.round_id = ${roundId}::uuid and not v.practice) as scored`.execute(db)
  return rows[0]?.scored === true
}
