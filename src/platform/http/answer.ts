import type { Readable } from 'node:stream'
import type { Page } from '../../ui/page.ts'
import type { Flash } from './flash.ts'

/** A cookie to set, or (value '') to clear. Always HttpOnly, SameSite=Lax, path /. */
export type CookieChange = { readonly name: CookieName; readonly value: string; readonly maxAgeSeconds?: number }

/** The cookies of the service; each is said on the cookies page. */
export type CookieName = 'session' | 'browser' | 'flash' | 'screening' | 'provider' | 'language'

type Extras = {
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly CookieChange[]
}

/** What a route answers, as a value; the server writes it. */
export type Answer = Extras &
  (
    | { readonly kind: 'page'; readonly page: Page; readonly status: number }
    | { readonly kind: 'redirect'; readonly to: string; readonly flash?: Flash }
    | {
        readonly kind: 'body'
        readonly status: number
        readonly type: string
        readonly body: string | Uint8Array | Readable
      }
  )

/** A page; 200 unless said otherwise (400 for a form with problems). */
export const show = (page: Page, options: Extras & { readonly status?: number } = {}): Answer => ({
  ...options,
  kind: 'page',
  page,
  status: options.status ?? 200,
})

/** After a change: see another page. `flash` is said once on it. */
export const seeOther = (to: string, options: Extras & { readonly flash?: Flash } = {}): Answer => ({
  ...options,
  kind: 'redirect',
  to,
})

/** Names of ours are plain; whatever else stands in one is left out. */
const attachedAs = (name: string): string => `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`

/** A file to keep: always an attachment, never shown in the page. */
export const download = (file: { name: string; type: string; body: string | Uint8Array }): Answer => ({
  kind: 'body',
  status: 200,
  type: file.type,
  body: file.body,
  headers: { 'content-disposition': attachedAs(file.name) },
})

/** An archive that was made for whoever asks: an attachment that comes piece by piece. */
export const archive = (file: { name: string; bytes: number; body: Readable }): Answer => ({
  kind: 'body',
  status: 200,
  type: 'application/zip',
  body: file.body,
  headers: { 'content-disposition': attachedAs(file.name), 'content-length': String(file.bytes) },
})

/**
 * A file that somebody else sent us: an attachment that keeps its name in any script, and a browser that shows it all
 * the same runs nothing in it and gives it no origin.
 *
 * @see RFC 6266 and RFC 8187 for names
 */
export const attachment = (file: { name: string; type: string; bytes: number; body: Readable }): Answer => ({
  kind: 'body',
  status: 200,
  type: file.type,
  body: file.body,
  headers: {
    'content-disposition': `${attachedAs(file.name)}; filename*=UTF-8''${inHeader(file.name)}`,
    'content-length': String(file.bytes),
    'content-security-policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; sandbox",
  },
})

/** What `encodeURIComponent` leaves and RFC 8187 does not. */
const inHeader = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)

export const text = (body: string, type: string, options: Extras & { readonly status?: number } = {}): Answer => ({
  ...options,
  kind: 'body',
  status: options.status ?? 200,
  type,
  body,
})

export const json = (value: unknown, options: Extras & { readonly status?: number } = {}): Answer =>
  text(JSON.stringify(value), 'application/json; charset=utf-8', options)
