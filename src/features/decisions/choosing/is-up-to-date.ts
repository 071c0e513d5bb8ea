import { contentHash, type Json } from '../../../core/canonical/index.ts'
import type { DecisionCase } from '../../../core/decisions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { PortfolioRun } from './portfolios.store.ts'
import { type Deciding, readCase } from './read-case.ts'

/**
 * What of a case decides who is awarded what: money, thresholds, limits of spread and scores. How far scores may be off is
 * left out: it says how certain a portfolio is, and may be estimated better at any time.
 */
const decides = (given: DecisionCase) => ({
  places: given.places,
  budgetPounds: given.budgetPounds,
  capPounds: given.capPounds,
  thresholdPercent: given.thresholdPercent,
  spread: given.spread,
  eligibleKinds: given.eligibleKinds,
  candidates: given.candidates.map((candidate) => ({ ...candidate, sd: null })),
})

/** Whether a portfolio still rests on the sealed rules and the scores as they are. */
export async function isUpToDate(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  { deciding, run }: { readonly deciding: Deciding; readonly run: Pick<PortfolioRun, 'input'> },
): Promise<boolean> {
  const hash = (given: DecisionCase): string => contentHash(decides(given) as unknown as Json, sha256)
  return hash(await readCase(db, { sha256 }, deciding, run.input.moneyQuestion)) === hash(run.input)
}
