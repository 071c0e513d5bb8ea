import { decidedIn } from '../../../core/awards/index.ts'
import type { DecidedApplication } from '../../../core/decisions/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Decision } from '../deciding/decision.store.ts'
import type { Letter } from './outcome-letter.messages.ts'

/** The letters of a decision: one for each application that was before the panel. Others were told with the shortlist. */
export const lettersOf = (round: Pick<RoundInFund, 'name' | 'fund'>, { document }: Decision): readonly Letter[] =>
  decidedIn(document).flatMap(({ reference, lead, outcome, pounds, reservePlace }) =>
    isChosen(outcome)
      ? [
          {
            reference,
            fund: round.fund.name,
            round: round.name,
            council: lead,
            outcome,
            pounds,
            reservePlace,
            reserveExpiresOn: document.reserveExpiresOn,
          },
        ]
      : [],
  )

const isChosen = (outcome: DecidedApplication['outcome']): outcome is Letter['outcome'] =>
  outcome === 'award' || outcome === 'reserve' || outcome === 'declined'
