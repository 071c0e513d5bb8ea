import { sql } from 'kysely'
import type { DecisionCase, PortfolioResult } from '../../../core/decisions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** One working out of a portfolio. `name` is '' for what the sealed rules propose, with no card moved. */
export type PortfolioRun = {
  readonly id: string
  readonly roundId: string
  /** 1, 2, 3, … within the round. */
  readonly number: number
  readonly state: 'waiting' | 'running' | 'done' | 'impossible' | 'cancelled' | 'failed'
  readonly requestedAt: Date
  readonly requestedByName: string | null
  readonly progress: number
  readonly doing: string
  readonly input: DecisionCase
  readonly inputSha256: string
  readonly rulesSha256: string
  readonly seed: number
  readonly solver: string
  readonly result: PortfolioResult | null
  readonly resultSha256: string | null
  readonly verdict: string
  readonly name: string
  readonly reason: string
}

const columns = sql`r.id, r.round_id as "roundId", r.number, r.state, r.requested_at as "requestedAt",
  p.name as "requestedByName", r.progress, r.doing, r.input, r.input_sha256 as "inputSha256",
  r.rules_sha256 as "rulesSha256", r.seed, r.solver, r.result, r.result_sha256 as "resultSha256", r.verdict,
  coalesce(w.name, '') as name, coalesce(w.reason, '') as reason
  from assessment_run r left join portfolio_what_if w on w.run_id = r.id left join person p on p.id = r.requested_by`

export async function portfolioById(db: Database | Tx, id: string): Promise<PortfolioRun | undefined> {
  const { rows } = await sql<PortfolioRun>`
    select ${columns} where r.id = ${id}::uuid and r.kind = 'portfolio'`.execute(db)
  return rows[0]
}

/** Every portfolio of a round, the latest first. */
export async function portfoliosOf(db: Database | Tx, roundId: string): Promise<readonly PortfolioRun[]> {
  const { rows } = await sql<PortfolioRun>`
    select ${columns} where r.round_id = ${roundId}::uuid and r.kind = 'portfolio' order by r.number desc`.execute(db)
  return rows
}

/** Names a portfolio in which a card is moved. */
export async function insertWhatIf(
  tx: Tx,
  { runId, name, reason }: { readonly runId: string; readonly name: string; readonly reason: string },
): Promise<void> {
  await sql`insert into portfolio_what_if (run_id, name, reason)
    values (${runId}::uuid, ${name}, ${reason})`.execute(tx)
}
