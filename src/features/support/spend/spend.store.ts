import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What was ordered for an award, in pence as it counts. */
export type AwardSpend = { readonly awardId: string; readonly orderedPence: number }

/** What was ordered for each award of a fund. */
export async function spendOfFund(db: Database | Tx, fundId: string): Promise<readonly AwardSpend[]> {
  const { rows } = await sql<AwardSpend>`
    select d.award_id as "awardId", sum(d.counted_pence)::bigint as "orderedPence"
    from support_order d join award w on w.id = d.award_id join round r on r.id = w.round_id
    where r.fund_id = ${fundId}::uuid group by d.award_id`.execute(db)
  return rows
}
