import type { RoundInFund } from '../../../funds/index.ts'
import { assessmentCrumbs } from '../../list-crumbs.ts'
import { understandingPath } from '../understanding.paths.ts'

/** Where these pages stand. `within`: on a page below the one that says what the scores say. */
export const trailOf = (round: RoundInFund, within: boolean) => [
  ...assessmentCrumbs(round),
  ...(within ? [{ text: 'What the scores say', href: understandingPath(round.fund.slug, round.slug) }] : []),
]
