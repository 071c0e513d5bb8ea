import type { RoundInFund } from '../../core/rounds/round.ts'
import { type Odds, odds } from '../../core/workload/round-money.ts'

/** What somebody who thinks of applying should know: the odds of an award and the hours that an application takes. */
export type WorthKnowing = {
  readonly places: number
  readonly expected: number
  readonly odds: Odds
  readonly hoursToApply: number
}

/**
 * Places against the applications expected, and the hours that each takes.
 *
 * @example a round of a fund with 10 places that expects 40 applications has odds of 0.25, one in 4
 */
export const roundOdds = ({ fund, expected, hoursToApply }: RoundInFund): WorthKnowing => ({
  places: fund.places,
  expected,
  odds: odds(fund.places, expected),
  hoursToApply,
})
