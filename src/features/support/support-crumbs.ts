import { applicationPath } from '../applications/index.ts'
import { type Crumb, fundCrumbs, supportPath } from '../funds/index.ts'
import type { SupportedAward } from './packages/awards.store.ts'
import { type Place, supplierHomePath } from './support.paths.ts'

/** The way to the support of an award, for whoever looks at it. */
export function packageCrumbs(
  place: Place,
  { reference, fundName, fundSlug }: Pick<SupportedAward, 'reference' | 'fundName' | 'fundSlug'>,
): readonly Crumb[] {
  switch (place.side) {
    case 'team':
      return [...fundCrumbs({ name: fundName, slug: fundSlug }), { text: 'Support', href: supportPath(fundSlug) }]
    case 'council':
      return [{ text: reference, href: applicationPath(reference) }]
    case 'supplier':
      return [{ text: 'Your support work', href: supplierHomePath }]
  }
}
