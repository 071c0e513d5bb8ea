import { type RawBuilder, sql } from 'kysely'
import type { RoundInput, RoundResult } from '../../../core/assignment/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

export type RunState = 'waiting' | 'running' | 'done' | 'impossible' | 'cancelled' | 'failed'

/** One working out of an assignment, with its input, its seed and its answer, so that it can be done again and compared. */
export type AssignmentRun = {
  readonly id: string
  readonly roundId: string
  /** 1, 2, 3, … within the round. */
  readonly number: number
  readonly state: RunState
  readonly requestedAt: Date
  readonly requestedBy: string | null
  readonly requestedByName: string | null
  readonly endedAt: Date | null
  readonly progress: number
  readonly doing: string
  readonly input: RoundInput
  readonly inputSha256: string
  readonly rulesSha256: string | null
  readonly seed: number
  readonly solver: string
  readonly result: RoundResult | null
  readonly resultSha256: string | null
  readonly verdict: string
  readonly acceptedAt: Date | null
}

const runsWhere = (condition: RawBuilder<unknown>) => sql<AssignmentRun>`
  select r.id, r.round_id as "roundId", r.number, r.state, r.requested_at as "requestedAt",
    r.requested_by as "requestedBy", coalesce(nullif(p.name, ''), p.email) as "requestedByName", r.ended_at as "endedAt",
    r.progress, r.doing, r.input, r.input_sha256 as "inputSha256", r.rules_sha256 as "rulesSha256", r.seed, r.solver,
    r.result, r.result_sha256 as "resultSha256", r.verdict, r.accepted_at as "acceptedAt"
  from assessment_run r left join person p on p.id = r.requested_by
  where r.kind = 'assignment' and ${condition} order by r.number desc`

export async function runById(db: Database | Tx, id: string): Promise<AssignmentRun | undefined> {
  return (await runsWhere(sql`r.id = ${id}::uuid`).execute(db)).rows[0]
}

export async function runByNumber(
  db: Database | Tx,
  roundId: string,
  number: number,
): Promise<AssignmentRun | undefined> {
  return (await runsWhere(sql`r.round_id = ${roundId}::uuid and r.number = ${number}`).execute(db)).rows[0]
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

export type NewRun = Pick<
  AssignmentRun,
  'id' | 'roundId' | 'requestedAt' | 'requestedBy' | 'input' | 'inputSha256' | 'rulesSha256' | 'seed' | 'solver'
>

/** Adds a run that waits. @returns its number */
export async function insertRun(tx: Tx, run: NewRun): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into assessment_run (id, round_id, kind, number, requested_at, requested_by, input, input_sha256, rules_sha256,
      seed, solver)
    select ${run.id}::uuid, ${run.roundId}::uuid, 'assignment', coalesce(max(number), 0) + 1, ${run.requestedAt}::timestamptz,
      ${run.requestedBy}::uuid, ${JSON.stringify(run.input)}::jsonb, ${run.inputSha256}, ${run.rulesSha256},
      ${run.seed}::bigint, ${run.solver}
    from assessment_run where round_id = ${run.roundId}::uuid and kind = 'assignment' returning number`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a run was not written')
  return row.number
}

/** Puts a run that is done into force. @returns false when it was already, or is not done */
export async function markAccepted(tx: Tx, id: string, at: Date, by: string | null): Promise<boolean> {
  const { rows } = await sql`
    update assessment_run set accepted_at = ${at}, accepted_by = ${by}::uuid
    where id = ${id}::uuid and state = 'done' and accepted_at is null returning id`.execute(tx)
  return rows.length === 1
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
