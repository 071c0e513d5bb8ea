/**
 * Three locks against requests that another site makes a browser send: SameSite cookies (set with the cookie), where the
 * browser says the request comes from, and a token that only our own pages hold.
 */

import { createHmac } from 'node:crypto'

/**
 * The token of a session's forms: an HMAC of the session, so that nothing needs to be stored and it changes when the
 * session does.
 *
 * @param sessionHash the stored hash of the session's token; for a visitor without one, that of a cookie of their own
 * @param secret the service's
 * @returns 43 characters of base64url
 */
export const csrfToken = (sessionHash: string, secret: string): string =>
  createHmac('sha256', secret).update(`csrf\0${sessionHash}`).digest('base64url')

/**
 * The tokens of this service's sessions, each worked out once: every page and every form asks, and the HMAC is dear.
 *
 * @param most sessions remembered; the one that was met first goes first
 */
export function csrfTokens(secret: string, most = 10_000): (sessionHash: string) => string {
  const known = new Map<string, string>()
  return (sessionHash) => {
    const token = known.get(sessionHash) ?? csrfToken(sessionHash, secret)
    const oldest = known.keys().next()
    if (known.size >= most && !oldest.done && !known.has(sessionHash)) known.delete(oldest.value)
    known.set(sessionHash, token)
    return token
  }
}

/** Header names are in lower case, as Node gives them. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Whether a request that changes something was made by our own pages or by the person: `Sec-Fetch-Site` is `same-origin`
 * or `none`, or, from a browser that does not send it, `Origin` is ours. With neither header it is refused.
 *
 * @param publicOrigin scheme, host and port at which people reach the service, as `URL.origin` gives it
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function sameOrigin(headers: RequestHeaders, publicOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined) return headers.origin === publicOrigin
  return site === 'same-origin' || site === 'none'
}
