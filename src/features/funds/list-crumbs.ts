import { manageFundPath, managePath, manageRoundPath } from './funds.paths.ts'

/** A step of the way from the start to a page. */
export type Crumb = { readonly text: string; readonly href: string }

type Named = { readonly name: string; readonly slug: string }

/** The way to what is done on a fund. */
export const fundCrumbs = ({ name, slug }: Named): readonly Crumb[] => [
  { text: 'Your funds', href: managePath() },
  { text: name, href: manageFundPath(slug) },
]

/** The way to what is done on a round. */
export const roundCrumbs = ({ fund, name, slug }: Named & { readonly fund: Named }): readonly Crumb[] => [
  ...fundCrumbs(fund),
  { text: name, href: manageRoundPath(fund.slug, slug) },
]
