import { decidedIn } from '../../../core/awards/index.ts'
import type { DecidedApplication, DecisionOutcome } from '../../../core/decisions/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukDate, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { pounds } from '../awarding/awarding.messages.ts'
import type { Decision } from '../deciding/decision.store.ts'

/** What somebody of a funder is told before applicants are. */
export function funderMail(
  { name, fund }: Pick<RoundInFund, 'name' | 'fund'>,
  { document, decidedBy, decidedAt, tellAt }: Pick<Decision, 'document' | 'decidedBy' | 'decidedAt' | 'tellAt'>,
  funder: string,
): { readonly subject: string; readonly body: string } {
  const decided = decidedIn(document)
  const of = (outcome: DecisionOutcome) => decided.filter((item) => item.outcome === outcome)
  const until = ukTimeWithZone(tellAt)
  const { reserveExpiresOn } = document
  const reserve = of('reserve').sort((one, other) => (one.reservePlace ?? 0) - (other.reservePlace ?? 0))
  return {
    subject: `Under embargo until ${until}: what was decided about ${name}, ${fund.name}`,
    body: [
      `UNDER EMBARGO until ${until}. Applicants do not know yet: do not pass this on.`,
      `${decidedBy} decided about ${fund.name}, ${name}, on ${ukDate(decidedAt)}.`,
      listed('Offered an award', of('award'), ({ pounds: sum }) => `: ${pounds(sum ?? 0)}`),
      listed(
        reserveExpiresOn === null ? 'On the reserve list' : `On the reserve list until ${dayInWords(reserveExpiresOn)}`,
        reserve,
        ({ reservePlace }) => (reservePlace === null ? '' : `: place ${reservePlace}`),
      ),
      listed('Not offered an award', of('declined'), () => ''),
      `Not on the shortlist: ${of('not-shortlisted').length}. Not eligible or not within scope: ${of('ineligible').length}.`,
      `You get this because you speak for ${funder}.`,
    ].join('\n\n'),
  }
}

const listed = (
  heading: string,
  items: readonly DecidedApplication[],
  more: (item: DecidedApplication) => string,
): string =>
  [`${heading} (${items.length}):`, ...items.map((item) => `- ${item.lead}, ${item.reference}${more(item)}`)].join('\n')
