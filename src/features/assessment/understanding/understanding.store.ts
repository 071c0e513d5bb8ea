import { sql } from 'kysely'
import type { UnderstandingCase, UnderstandingResult } from '../../../core/understanding/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

export type UnderstandingState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** One working out of what the scores of a round say, so that it can be done again and compared. */
export type UnderstandingRun = {
  readonly id: string
  readonly roundId: string
  /** 1, 2, 3, … within the round. */
  readonly number: number
  readonly state: UnderstandingState
  readonly requestedAt: Date
  readonly endedAt: Date | null
  /** Of 100, and what is being done. */
  readonly progress: number
  readonly doing: string
  readonly input: UnderstandingCase
  readonly inputSha256: string
  readonly rulesSha256: string | null
  readonly seed: number
  readonly result: UnderstandingResult | null
  readonly resultSha256: string | null
  readonly verdict: string
}

const columns = sql`r.id, r.round_id as "roundId", r.number, r.state, r.requested_at as "requestedAt",
  r.ended_at as "endedAt", r.progress, r.doing, r.input, r.input_sha256 as "inputSha256",
  r.rules_sha256 as "rulesSha256", r.seed, r.result, r.result_sha256 as "resultSha256", r.verdict`

export async function understandingRun(db: Database | Tx, id: string): Promise<UnderstandingRun | undefined> {
  const { rows } = await sql<UnderstandingRun>`
    select ${columns} from assessment_run r where r.id = ${id}::uuid and r.kind = 'understanding'`.execute(db)
  return rows[0]
}

/** The latest run in one of these states, or in any. */
export async function latestUnderstanding(
  db: Database | Tx,
  roundId: string,
  states: readonly UnderstandingState[] = ['waiting', 'running', 'done', 'cancelled', 'failed'],
): Promise<UnderstandingRun | undefined> {
  const { rows } = await sql<UnderstandingRun>`
    select ${columns} from assessment_run r
    where r.round_id = ${roundId}::uuid and r.kind = 'understanding'
      and r.state in (select value from jsonb_array_elements_text(${JSON.stringify(states)}::jsonb))
    order by r.number desc limit 1`.execute(db)
  return rows[0]
}
