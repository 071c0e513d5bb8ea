import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'

export type RunState = 'waiting' | 'running' | 'done' | 'impossible' | 'cancelled' | 'failed'

/** What is worked out by a solver or by chance. */
export type RunKind = 'assignment' | 'understanding' | 'timetable' | 'portfolio'

/** One piece of such work, with its input, its seed and its answer, so that it can be done again and compared. */
export type Run<Input, Result> = {
  readonly id: string
  readonly roundId: string
  /** 1, 2, 3, … within the round, of its kind. */
  readonly number: number
  readonly state: RunState
  readonly requestedAt: Date
  readonly requestedBy: string | null
  readonly requestedByName: string | null
  readonly endedAt: Date | null
  readonly progress: number
  readonly doing: string
  readonly input: Input
  readonly inputSha256: string
  readonly rulesSha256: string | null
  readonly seed: number
  readonly solver: string
  readonly result: Result | null
  readonly resultSha256: string | null
  readonly verdict: string
  readonly acceptedAt: Date | null
}

/** Runs of one kind, the newest first. */
export async function runsOfKind<Input, Result>(
  db: Database | Tx,
  kind: RunKind,
  condition: RawBuilder<unknown>,
): Promise<readonly Run<Input, Result>[]> {
  const { rows } = await sql<Run<Input, Result>>`
    select r.id, r.round_id as "roundId", r.number, r.state, r.requested_at as "requestedAt",
      r.requested_by as "requestedBy", coalesce(nullif(p.name, ''), p.email) as "requestedByName",
      r.ended_at as "endedAt", r.progress, r.doing, r.input, r.input_sha256 as "inputSha256",
      r.rules_sha256 as "rulesSha256", r.seed, r.solver, r.result, r.result_sha256 as "resultSha256", r.verdict,
      r.accepted_at as "acceptedAt"
    from assessment_run r left join person p on p.id = r.requested_by
    where r.kind = ${kind} and ${condition} order by r.number desc limit 200`.execute(db)
  return rows
}

export type NewRun = Pick<
  Run<object, object>,
  'id' | 'roundId' | 'requestedAt' | 'requestedBy' | 'input' | 'inputSha256' | 'rulesSha256' | 'seed' | 'solver'
>

/** Adds a run that waits. @returns its number */
export async function insertRunOfKind(tx: Tx, kind: RunKind, run: NewRun): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into assessment_run (id, round_id, kind, number, requested_at, requested_by, input, input_sha256, rules_sha256,
      seed, solver)
    select ${run.id}::uuid, ${run.roundId}::uuid, ${kind}, coalesce(max(number), 0) + 1, ${run.requestedAt}::timestamptz,
      ${run.requestedBy}::uuid, ${JSON.stringify(run.input)}::jsonb, ${run.inputSha256}, ${run.rulesSha256},
      ${run.seed}::bigint, ${run.solver}
    from assessment_run where round_id = ${run.roundId}::uuid and kind = ${kind} returning number`.execute(tx)
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
