import type { AwardNow, ToldBid } from '../../../core/results/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { PublishProblem } from './publish-results.ts'

export const outcomeWords: Readonly<Record<ToldBid['outcome'], string>> = {
  reserve: 'On the reserve list',
  declined: 'Not awarded after the panel',
  'not-shortlisted': 'Not shortlisted',
  ineligible: 'Not eligible',
}

export const stateWords: Readonly<Record<AwardNow['state'], string>> = {
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined by the authority',
  withdrawn: 'Withdrawn',
}

/** Why results were not published, in words. */
export function publishWords(problem: PublishProblem): string {
  switch (problem.code) {
    case 'undecided':
      return 'There is nothing to publish before the decision is recorded'
    case 'not-told':
      return 'The results are published once everybody is told: that waits for the end of the embargo and for the funders, as “Telling everybody” under the decisions says'
    case 'embargoed':
      return `The decision is under embargo until ${ukTimeWithZone(problem.tellAt)}`
    case 'unchanged':
      return 'Nothing has changed since the results were last published'
    case 'reason-missing':
      return 'Enter why the results are published anew'
    case 'reason-too-long':
      return `The reason must be ${problem.most} characters or fewer`
  }
}
