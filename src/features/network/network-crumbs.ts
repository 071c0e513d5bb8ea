import type { Fund } from '../funds/index.ts'
import { type Crumb, fundCrumbs } from '../funds/index.ts'
import { managedNetworkPath, networkPath, networksPath } from './network.paths.ts'

/** The way to a page of a network, for a member. */
export const networkCrumbs = (
  { slug, name }: Pick<Fund, 'slug' | 'name'>,
  ...more: readonly Crumb[]
): readonly Crumb[] => [{ text: 'Your networks', href: networksPath }, { text: name, href: networkPath(slug) }, ...more]

/** The same for the programme team. */
export const managedCrumbs = (fund: Pick<Fund, 'slug' | 'name'>, ...more: readonly Crumb[]): readonly Crumb[] => [
  ...fundCrumbs(fund),
  { text: 'Network', href: managedNetworkPath(fund.slug) },
  ...more,
]
