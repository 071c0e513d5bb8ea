import type { Database } from '../../../platform/database/database.ts'
import type { RefusedBy, RoundInFund } from '../../funds/index.ts'
import { awardsApproval } from '../deciding/awards-approval.ts'
import type { Decision } from '../deciding/decision.store.ts'
import { type FundersStand, readFunders } from './read-funders.ts'

/** What telling applicants waits for. */
export type TellingWait =
  | { readonly code: 'embargo'; readonly until: Date }
  | { readonly code: 'approval'; readonly funders: readonly string[]; readonly refused: readonly RefusedBy[] }
  | { readonly code: 'funders-untold' | 'funders-silent'; readonly funders: readonly string[] }

/** All that telling waits for, of a decision that nobody is told yet: nothing where everybody can be told now. */
export async function tellingWaits(
  db: Database,
  round: RoundInFund,
  decision: Decision,
  at: Date,
): Promise<readonly TellingWait[]> {
  const { missing, refused } = await awardsApproval(db, round.fundId, decision)
  return [
    ...(missing.length > 0 ? [{ code: 'approval' as const, funders: missing, refused }] : []),
    ...fundersWaits(await readFunders(db, round)),
    ...(at < decision.tellAt ? [{ code: 'embargo' as const, until: decision.tellAt }] : []),
  ]
}

/** Which funders telling waits for. */
export function fundersWaits({ untold, silent }: Pick<FundersStand, 'untold' | 'silent'>): readonly TellingWait[] {
  return [
    ...(untold.length > 0 ? [{ code: 'funders-untold' as const, funders: untold }] : []),
    ...(silent.length > 0 ? [{ code: 'funders-silent' as const, funders: silent }] : []),
  ]
}
