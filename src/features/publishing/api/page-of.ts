/** A page of a list, and where the next begins. */
export type ListPage<Item> = { readonly items: readonly Item[]; readonly cursor: string | undefined }

/**
 * The page of a sorted list that comes after a cursor. It begins after a key and not at a place, so that nothing is told
 * twice or left out when something is added meanwhile.
 *
 * @param keyOf what the list is sorted by, ascending
 */
export function pageOf<Item>(
  sorted: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
): ListPage<Item> {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString()
  const rest = after === undefined ? sorted : sorted.filter((item) => keyOf(item) > after)
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  const more = last !== undefined && rest.length > items.length
  return { items, cursor: more ? Buffer.from(keyOf(last)).toString('base64url') : undefined }
}
