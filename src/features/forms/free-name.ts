/** A name that nothing has: the wanted one, or that with a number. @example freeName('a', new Set(['a'])) // => 'a-2' */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
