import { type Crumb, type RoundInFund, roundCrumbs } from '../funds/index.ts'
import { decisionsPath } from './decisions.paths.ts'

/** Where a page of the programme team stands, down to the decisions. */
export const decisionsCrumbs = (round: RoundInFund): readonly Crumb[] => [
  ...roundCrumbs(round),
  { text: 'Decisions', href: decisionsPath(round.fund.slug, round.slug) },
]
