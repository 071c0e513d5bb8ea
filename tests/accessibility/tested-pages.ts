import type { TestedPage, TestedPages } from '../../src/features/home/accessibility/read-tested.ts'
import type { Route } from '../../src/platform/http/route.ts'
import type { Tested } from './note-tested.ts'

/** The success criterion that the tests hold pages to themselves: none scrolls sideways where it is narrow. */
const reflow = '1.4.10'

type Addressed = Pick<Route, 'method' | 'path'>

/**
 * What the service ships of a run. Pages that the run came to have what it found; others keep what an earlier run did, as
 * long as they exist.
 *
 * @param before what was shipped until now
 */
export function testedPagesOf(
  lines: readonly Tested[],
  routes: readonly Addressed[],
  before: TestedPages | undefined,
): TestedPages {
  const addressOf = addressFinder(routes)
  const byPage = Map.groupBy(lines, ({ path }) => addressOf(path))
  const now = [...byPage].flatMap(([page, tested]) => (page === undefined ? [] : [pageOf(page, tested)]))
  const exists = new Set(routes.map(({ path }) => path))
  const earlier = (before?.pages ?? []).filter(({ page }) => exists.has(page) && !byPage.has(page))
  const narrow = lines.some(({ widthPixels }) => widthPixels === 320) ? [reflow] : []
  const latest = lines.at(-1)
  return {
    axe: latest?.axe ?? before?.axe ?? '',
    browser: latest?.browser ?? before?.browser ?? '',
    rules: sorted([...(before?.rules ?? []), ...lines.flatMap(({ passed, failed }) => [...passed, ...failed])]),
    criteria: sorted([...(before?.criteria ?? []), ...narrow, ...lines.flatMap(({ criteria }) => criteria)]),
    pages: [...earlier, ...now].toSorted((one, other) => (one.page < other.page ? -1 : 1)),
  }
}

const pageOf = (page: string, tested: readonly Tested[]): TestedPage => ({
  page,
  on: sorted(tested.map(({ on }) => on)).at(-1) ?? '',
  states: new Set(tested.map(({ state }) => state)).size,
  widthsPixels: [...new Set(tested.map(({ widthPixels }) => widthPixels))].toSorted((one, other) => one - other),
  withoutScripts: tested.some(({ scripts }) => !scripts),
  failed: sorted(tested.flatMap(({ failed }) => failed)),
  unsure: sorted(tested.flatMap(({ unsure }) => unsure)),
})

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted()

/**
 * The address of the route that answers a path: where several would, that which says more of it in its own words. A form that
 * is shown again after it was sent stands at the address that it was sent to.
 *
 * @example addressFinder([{ method: 'GET', path: '/funds/:fund' }])('/funds/a') // => '/funds/:fund'
 */
export function addressFinder(routes: readonly Addressed[]): (path: string) => string | undefined {
  const parts = (path: string): readonly string[] => path.split('/')
  // Of two addresses, the first part that is a name of its own in one of them decides.
  const rank = (path: string): string =>
    parts(path)
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('')
  const patterns = [...new Set(routes.map(({ path }) => path))].toSorted((one, other) =>
    rank(one) < rank(other) ? -1 : 1,
  )
  const answers = (pattern: string, path: string): boolean => {
    const [wanted, given] = [parts(pattern), parts(path)]
    return wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at])
  }
  return (path) => patterns.find((pattern) => answers(pattern, path))
}
