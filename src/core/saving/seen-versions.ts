/** Something on a page that is saved by itself: an answer, or the score of a criterion. */
type Item = { readonly id: string }

/** How an item that was not on the page is marked. */
const notShown = 'x'

/**
 * The version of each item on a page as its form carries it: in the order of the items, so a page of one carries that
 * item's version itself. Those that were not shown are marked, since a browser sends nothing for boxes left unticked
 * either.
 *
 * @example writeVersions([{ id: 'drivers' }], new Map([['drivers', 3]])) // => '3'
 */
export const writeVersions = (items: readonly Item[], versions: ReadonlyMap<string, number>): string =>
  items.map(({ id }) => versions.get(id) ?? notShown).join('-')

/**
 * The versions that somebody had seen, by item: which items were on the page is known from it too.
 *
 * @returns undefined when the text was not written for these items
 */
export function readVersions(items: readonly Item[], text: string): ReadonlyMap<string, number> | undefined {
  const parts = text.split('-')
  if (parts.length !== items.length || !parts.every((part) => /^(?:x|\d{1,9})$/.test(part))) return undefined
  const pairs = items.map(({ id }, index) => [id, parts[index] ?? notShown] as const)
  return new Map(pairs.filter(([, part]) => part !== notShown).map(([id, part]) => [id, Number(part)]))
}
