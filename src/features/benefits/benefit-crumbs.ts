import { awardPath } from '../decisions/index.ts'
import type { BenefitAward } from './awards.store.ts'
import { benefitsPath, cohortPath } from './benefits.paths.ts'
import type { OpenedBenefits } from './open-benefits.ts'

type Crumb = { readonly text: string; readonly href?: string }

/** The way to the benefits of an award: for its council from the award, for others from those of the fund. */
export const aboveBenefits = ({ award, may }: Pick<OpenedBenefits, 'award' | 'may'>): readonly Crumb[] => [
  may.write || may.confirm
    ? { text: `Award ${award.reference}`, href: awardPath(award.reference) }
    : { text: award.fundName, href: cohortPath(award.fund) },
]

/** The way to a page of the benefits of an award, which adds its own name. */
export const benefitCrumbs = (opened: Pick<OpenedBenefits, 'award' | 'may'>): readonly Crumb[] => [
  ...aboveBenefits(opened),
  { text: 'Benefits', href: benefitsPath(opened.award.reference) },
]

/** What stands above the heading of a page; awards that are not otherwise named have their council in their title. */
export const awardCaption = ({ organisation, title }: Pick<BenefitAward, 'organisation' | 'title'>): string =>
  title.includes(organisation) ? title : `${organisation}: ${title}`
