import type { RoundInFund } from '../funds/index.ts'
import { type Crumb, roundCrumbs } from '../funds/index.ts'
import { assessmentPath } from './assessment.paths.ts'

/** Where a page of the programme team stands, down to the assessment. */
export const assessmentCrumbs = (round: RoundInFund): readonly Crumb[] => [
  ...roundCrumbs(round),
  { text: 'Assessment', href: assessmentPath(round.fund.slug, round.slug) },
]
