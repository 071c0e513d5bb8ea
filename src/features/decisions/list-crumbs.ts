import type { RoundInFund } from '../funds/index.ts'
import { manageFundPath, managePath, manageRoundPath } from '../funds/index.ts'
import { decisionsPath } from './decisions.paths.ts'

type Crumb = { readonly text: string; readonly href: string }

/** Where a page of the programme team stands, down to the decisions. */
export const decisionsCrumbs = ({ fund, slug, name }: RoundInFund): readonly Crumb[] => [
  { text: 'Your funds', href: managePath() },
  { text: fund.name, href: manageFundPath(fund.slug) },
  { text: name, href: manageRoundPath(fund.slug, slug) },
  { text: 'Decisions', href: decisionsPath(fund.slug, slug) },
]
