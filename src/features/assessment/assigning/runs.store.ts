import { sql } from 'kysely'
import type { RoundInput, RoundResult } from '../../../core/assignment/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type Run, runsOfKind } from '../kind-runs.store.ts'

export type { RunState } from '../kind-runs.store.ts'

/** One working out of an assignment, with its input, its seed and its answer, so that it can be done again and compared. */
export type AssignmentRun = Run<RoundInput, RoundResult>

export async function runById(db: Database | Tx, id: string): Promise<AssignmentRun | undefined> {
  return (await runsOfKind<RoundInput, RoundResult>(db, 'assignment', sql`r.id = ${id}::uuid`))[0]
}

export async function runByNumber(
  db: Database | Tx,
  roundId: string,
  number: number,
): Promise<AssignmentRun | undefined> {
  const where = sql`r.round_id = ${roundId}::uuid and r.number = ${number}`
  return (await runsOfKind<RoundInput, RoundResult>(db, 'assignment', where))[0]
}

/** A run without what it was given and what came of it, for a list. */
export type ListedRun = Pick<
  AssignmentRun,
  'number' | 'state' | 'requestedAt' | 'requestedByName' | 'acceptedAt' | 'progress'
>

/** Every run of a round, the newest first. */
export async function runsOf(db: Database | Tx, roundId: string): Promise<readonly ListedRun[]> {
  const { rows } = await sql<ListedRun>`
    select r.number, r.state, r.requested_at as "requestedAt", coalesce(nullif(p.name, ''), p.email) as "requestedByName",
      r.accepted_at as "acceptedAt", r.progress
    from assessment_run r left join person p on p.id = r.requested_by
    where r.kind = 'assignment' and r.round_id = ${roundId}::uuid order by r.number desc limit 200`.execute(db)
  return rows
}

/** Pairs of a round that were scored, practice apart: they stay whatever comes. */
export async function scoredPairsOf(
  db: Database | Tx,
  roundId: string,
): Promise<readonly { readonly reference: string; readonly personId: string }[]> {
  const { rows } = await sql<{ reference: string; personId: string }>`
    select a.reference, v.person_id as "personId" from review v join application a on a.id = v.application_id
    where a.round_id = ${roundId}::uuid and not v.practice and v.state = 'submitted'
    order by a.reference, v.person_id`.execute(db)
  return rows
}

/** Applications that were prepared for practice, by reference. */
export async function preparedOf(db: Database | Tx, roundId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ reference: string }>`
    select distinct a.reference from practice_score p join application a on a.id = p.application_id
    where p.round_id = ${roundId}::uuid order by a.reference`.execute(db)
  return rows.map(({ reference }) => reference)
}
