import { purseOf } from '../../../core/awards/index.ts'
import { checkOutcomes, type Outcome } from '../../../core/decisions/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { awardsOfFund } from '../awarding/awards.store.ts'
import { awardsToOffer } from './decision.store.ts'

/** What is decided takes more than the fund has besides what its other rounds have awarded. */
export type BeyondFund = {
  readonly code: 'beyond-fund'
  readonly awards: number
  readonly pounds: number
  readonly leftPlaces: number
  readonly leftPounds: number
  readonly capPounds: number
}

/** Looks at awards against what the fund has left: other rounds' awards count, those that nobody is told of yet among them. */
export async function checkPurse(
  tx: Tx,
  { fund, fundId }: Pick<RoundInFund, 'fund' | 'fundId'>,
  outcomes: readonly Pick<Outcome, 'reference' | 'outcome' | 'pounds'>[],
): Promise<readonly BeyondFund[]> {
  const taken = [...(await awardsOfFund(tx, fundId)), ...(await awardsToOffer(tx, fundId))]
  const { leftPlaces, leftPounds, capPounds } = purseOf(fund, taken)
  if (checkOutcomes(outcomes, { places: leftPlaces, budgetPounds: leftPounds, capPounds }).length === 0) return []
  const awards = outcomes.filter(({ outcome }) => outcome === 'award')
  if (awards.length === 0) return []
  const pounds = awards.reduce((sum, award) => sum + (award.pounds ?? 0), 0)
  const left = { leftPlaces: Math.max(0, leftPlaces), leftPounds: Math.max(0, leftPounds), capPounds }
  return [{ code: 'beyond-fund', awards: awards.length, pounds, ...left }]
}
