import { manageFundPath, managePath, manageRoundPath, type RoundInFund } from '../funds/index.ts'
import { assessmentPath } from './assessment.paths.ts'

/** The way to the assessment of a round, for the pages under it. */
export const assessmentCrumbs = ({ fund, slug, name }: RoundInFund) => [
  { text: 'Your funds', href: managePath() },
  { text: fund.name, href: manageFundPath(fund.slug) },
  { text: name, href: manageRoundPath(fund.slug, slug) },
  { text: 'Assessment', href: assessmentPath(fund.slug, slug) },
]
