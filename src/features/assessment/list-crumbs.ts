import type { RoundInFund } from '../funds/index.ts'
import { manageFundPath, managePath, manageRoundPath } from '../funds/index.ts'
import { assessmentPath } from './assessment.paths.ts'

type Crumb = { readonly text: string; readonly href: string }

/** Where a page of the programme team stands, down to the assessment. */
export const assessmentCrumbs = ({ fund, slug, name }: RoundInFund): readonly Crumb[] => [
  { text: 'Your funds', href: managePath() },
  { text: fund.name, href: manageFundPath(fund.slug) },
  { text: name, href: manageRoundPath(fund.slug, slug) },
  { text: 'Assessment', href: assessmentPath(fund.slug, slug) },
]
