/**
 * Says who else has a page open. The same words on the server and in the browser.
 *
 * @example presenceWords(['Amina', 'Tom']) // => 'Amina and Tom are on this page too'
 */
export function presenceWords(names: readonly string[]): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  if (names.length === 1) return `${last} is on this page too`
  return `${names.slice(0, -1).join(', ')} and ${last} are on this page too`
}
