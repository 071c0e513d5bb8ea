import { type Crumb, type RoundInFund, roundCrumbs } from '../../funds/index.ts'
import { evidencePath } from './evidence.paths.ts'

/** Where a page stands, down to the evidence of a round. */
export const evidenceCrumbs = (round: RoundInFund): readonly Crumb[] => [
  ...roundCrumbs(round),
  { text: 'Evidence', href: evidencePath(round.fund.slug, round.slug) },
]
