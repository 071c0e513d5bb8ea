import { done, type Result, refused } from '../../../core/result.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Organisation } from '../../accounts/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { LeadProblem } from '../applications.messages.ts'

/** What to look for in the register: made-up bodies too in a made-up round, which is for trying out; never in a real one. */
export const madeUpToo = (illustrative: boolean): { readonly illustrative?: false } =>
  illustrative ? {} : { illustrative: false }

/**
 * Whether a body may lead an application to a round on a day, and everything that stops it. A shadow authority may: it
 * will have the area.
 */
export function checkLead(
  organisation: Organisation,
  round: Pick<RoundInFund, 'eligibleKinds' | 'illustrative'>,
  day: IsoDay,
): Result<Organisation, LeadProblem> {
  const { name: lead, kind, inBeingFrom, inBeingTo, shadowFrom } = organisation
  const problems: LeadProblem[] = []
  if (!round.eligibleKinds.some((eligible) => eligible === kind)) {
    problems.push({ code: 'lead-kind-not-eligible', lead, kind, kinds: round.eligibleKinds })
  }
  // A made-up round is for trying out, by whoever likes; a real one is not for made-up bodies.
  if (organisation.illustrative && !round.illustrative) problems.push({ code: 'lead-illustrative', lead })
  if (inBeingTo !== null && day > inBeingTo) problems.push({ code: 'lead-ended', lead, lastDayOn: inBeingTo })
  const actsFrom = shadowFrom ?? inBeingFrom
  if (actsFrom !== null && day < actsFrom) problems.push({ code: 'lead-not-formed', lead, formedOn: inBeingFrom })
  return problems.length === 0 ? done(organisation) : refused(...problems)
}
