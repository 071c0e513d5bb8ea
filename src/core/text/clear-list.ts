import { plainList } from './plain-list.ts'

/**
 * Items as a sentence says them, with semicolons between them where one has a comma itself, so that nobody takes a part of
 * one for another.
 *
 * @param word what joins the last two
 * @returns '' for no items
 * @example clearList(['Kept in-house, improved', 'Joint venture', 'Outsourcing']) // => 'Kept in-house, improved; Joint venture; and Outsourcing'
 * @example clearList(['a', 'b'], 'or') // => 'a or b'
 */
export function clearList(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1)
  if (last === undefined || items.length === 1 || !items.some((item) => item.includes(',')))
    return plainList(items, word)
  return `${items.slice(0, -1).join('; ')}; ${word} ${last}`
}
