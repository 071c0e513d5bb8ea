import { manageFundPath, managePath, manageRoundPath, type RoundInFund } from '../../../funds/index.ts'
import { assessmentPath } from '../../assessment.paths.ts'
import { understandingPath } from '../understanding.paths.ts'

/** Where these pages stand. `within`: on a page below the one that says what the scores say. */
export const trailOf = ({ fund, slug, name }: RoundInFund, within: boolean) => [
  { text: 'Your funds', href: managePath() },
  { text: fund.name, href: manageFundPath(fund.slug) },
  { text: name, href: manageRoundPath(fund.slug, slug) },
  { text: 'Assessment', href: assessmentPath(fund.slug, slug) },
  ...(within ? [{ text: 'What the scores say', href: understandingPath(fund.slug, slug) }] : []),
]
