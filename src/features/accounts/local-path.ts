/**
 * Where to go after signing in, if it is a page of ours: a path and nothing that a browser could read as another site.
 *
 * @param typed from an address or a form, so from anybody
 * @returns null for anything else, and for the pages of signing in itself
 * @example localPath('/funds/a?b=1') // => '/funds/a?b=1'
 * @example localPath('//evil.example') // => null
 */
export function localPath(typed: string): string | null {
  // Browsers take a backslash for a slash and drop tabs and line ends, so none of them may be there at all.
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(typed) || typed.includes('\\') || typed.length > 1000) return null
  const base = 'https://local.invalid'
  if (!URL.canParse(typed, base)) return null
  const url = new URL(typed, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return null
  if (/^\/sign-(in|out)(\/|$)/.test(url.pathname)) return null
  return `${url.pathname}${url.search}`
}
