import type { ReadableRound } from './find-round.ts'
import {
  feedPath,
  frontPath,
  fundPath,
  pagePath,
  questionsPath,
  roundPath,
  rulesPath,
  subscribePath,
  updatesPath,
} from './guidance.paths.ts'
import { guidanceParts, type PageSlug } from './guidance-parts.ts'
import type { PageTitle } from './pages.store.ts'

/** Which page of a round somebody is on. */
export type Place = PageSlug | 'questions' | 'updates' | 'rules' | 'subscribe' | 'elsewhere'

/** What every public page of a round has around it. */
export type RoundFrame = {
  readonly fundName: string
  readonly roundName: string
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly illustrative: boolean
  readonly preview: boolean
  readonly guidance: readonly NavigationItem[]
  readonly news: readonly NavigationItem[]
  readonly feedHref: string
  readonly subscribeHref: string
  readonly previous: NavigationItem | undefined
  readonly next: NavigationItem | undefined
}

type NavigationItem = { readonly text: string; readonly href: string; readonly current: boolean }

/** @param here the page's own name in the breadcrumbs; left out on the announcement */
export function frameOf(
  { round, address, preview }: ReadableRound,
  place: Place,
  titles: readonly PageTitle[],
  here?: string,
): RoundFrame {
  const { fund } = round
  const parts = guidanceParts.map(({ slug, title }) => ({
    text: titles.find((each) => each.slug === slug)?.title ?? title,
    href: pagePath(address, slug),
    current: slug === place,
  }))
  const all = [{ text: 'Announcement', href: roundPath(address), current: place === 'announcement' }, ...parts]
  const index = all.findIndex(({ current }) => current)
  return {
    fundName: fund.name,
    roundName: round.name,
    breadcrumbs: [
      { text: 'Funds', href: frontPath() },
      { text: fund.name, href: fundPath(address.fund) },
      ...(here === undefined
        ? [{ text: round.name }]
        : [{ text: round.name, href: roundPath(address) }, { text: here }]),
    ],
    illustrative: round.illustrative || fund.illustrative,
    preview,
    guidance: all,
    news: [
      { text: 'Questions and answers', href: questionsPath(address), current: place === 'questions' },
      { text: 'All updates', href: updatesPath(address), current: place === 'updates' },
      { text: 'Sealed rules', href: rulesPath(address), current: place === 'rules' },
      { text: 'Get updates by email', href: subscribePath(address), current: place === 'subscribe' },
    ],
    feedHref: feedPath(address),
    subscribeHref: subscribePath(address),
    previous: index > 0 ? all[index - 1] : undefined,
    next: index >= 0 ? all[index + 1] : undefined,
  }
}
