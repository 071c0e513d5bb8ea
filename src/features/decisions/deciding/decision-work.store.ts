import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** A round whose awards wait for a decision. */
export type ToDecide = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
}

/** The rounds of these funds in which the panel has recommended and nobody has decided. */
export async function roundsToDecide(db: Database, fundIds: readonly string[]): Promise<readonly ToDecide[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<ToDecide>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName"
    from panel_recommendation p join round r on r.id = p.round_id join fund f on f.id = r.fund_id
    where r.fund_id = any(${fundIds}::uuid[]) and not exists (select from decision d where d.round_id = r.id)
    order by f.name, r.name`.execute(db)
  return rows
}
