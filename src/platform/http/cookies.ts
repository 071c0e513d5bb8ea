import type { CookieChange, CookieName } from './answer.ts'

/**
 * Cookies carry the `__Host-` prefix where the service is reached over HTTPS, so that no sibling site can set them.
 * On plain http (this machine only) browsers would refuse that.
 */
export const cookieName = (name: CookieName, secure: boolean): string => (secure ? `__Host-${name}` : name)

/** A language is chosen for as long as a browser keeps it, a year at most. */
const languageSeconds = 365 * 24 * 3600

/** The language in which this browser goes on. */
export const languageCookie = (tag: string): CookieChange => ({
  name: 'language',
  value: tag,
  maxAgeSeconds: languageSeconds,
})

/** The `Set-Cookie` line of a change. */
export function setCookie({ name, value, maxAgeSeconds }: CookieChange, secure: boolean): string {
  const age = value === '' ? '; Max-Age=0' : maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  return `${cookieName(name, secure)}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? '; Secure' : ''}`
}

/**
 * The value of one cookie, or undefined.
 *
 * @example readCookie('a=1; session=x%3D', 'session') // => 'x='
 */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue
    const value = part.slice(equals + 1).trim()
    try {
      return decodeURIComponent(value)
    } catch {
      return undefined
    }
  }
  return undefined
}
