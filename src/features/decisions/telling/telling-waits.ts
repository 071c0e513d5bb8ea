import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { awardsApproval } from '../deciding/awards-approval.ts'
import type { Decision } from '../deciding/decision.store.ts'
import { readFunders } from './read-funders.ts'

/** What telling applicants waits for. */
export type TellingWait =
  | { readonly code: 'embargo'; readonly until: Date }
  | { readonly code: 'approval' | 'funders-untold' | 'funders-silent'; readonly funders: readonly string[] }

/** All that telling waits for, of a decision that nobody is told yet: nothing where everybody can be told now. */
export async function tellingWaits(
  db: Database,
  round: RoundInFund,
  decision: Decision,
  at: Date,
): Promise<readonly TellingWait[]> {
  const { missing } = await awardsApproval(db, round.fundId, decision)
  const { untold, silent } = await readFunders(db, round)
  const waits: readonly (TellingWait & { readonly funders: readonly string[] })[] = [
    { code: 'approval', funders: missing },
    { code: 'funders-untold', funders: untold },
    { code: 'funders-silent', funders: silent },
  ]
  return [
    ...waits.filter(({ funders }) => funders.length > 0),
    ...(at < decision.tellAt ? [{ code: 'embargo' as const, until: decision.tellAt }] : []),
  ]
}
