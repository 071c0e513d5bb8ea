import { type Crumb, type Fund, fundCrumbs } from '../funds/index.ts'
import { managedPanelPath } from './experts.paths.ts'

/** The way to what is done on the expert panel of a fund. */
export const managedCrumbs = (fund: Fund): readonly Crumb[] => [
  ...fundCrumbs(fund),
  { text: 'Expert panel', href: managedPanelPath(fund.slug) },
]
