/**
 * Items as a sentence says them, without a comma before the last.
 *
 * @param word what joins the last two
 * @returns '' for no items
 * @example plainList(['a', 'b', 'c']) // => 'a, b and c'
 * @example plainList(['a', 'b'], 'or') // => 'a or b'
 */
export function plainList(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1)
  if (last === undefined) return ''
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`
}
