import type { Actor } from '../../core/permissions/index.ts'
import type { Permission } from '../../core/permissions/permission.ts'
import type { RawBody } from '../sign-in/signed-message.ts'
import type { Answer, CookieName } from './answer.ts'
import type { ApiShape } from './api-shape.ts'
import type { FormBody } from './form-body.ts'
import type { FileLimits, SentFile } from './receive-files.ts'

/** What is asked of the service, by whom and when. */
export type Ask = {
  readonly actor: Actor
  /** The parts of the address; a route's own parts are always there. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: FormBody
  /** The files that came with the form, each whole or marked with why not. Only where the route takes files. */
  readonly files: readonly SentFile[]
  /** The token to put in every form that changes something; empty for a visitor. */
  readonly csrf: string
  /** When the request reached the server, before its body was read: what counts against a deadline. */
  readonly receivedAt: Date
  readonly ip: string
  readonly browser: string
  readonly path: string
  /** The address of the service as this person reached it, without a slash at the end. */
  readonly origin: string
  readonly cookie: (name: CookieName) => string | undefined
  /** The tag of the language that whoever asks has chosen, of those that the service speaks; undefined where none was. */
  readonly language: string | undefined
  /** Sent by our own script, which wants JSON back. */
  readonly fromScript: boolean
  /** The JSON that was sent, as it was parsed: of routes of the API alone. */
  readonly json?: unknown
  /** What a program sent, as it came: of routes alone that take it so. */
  readonly raw?: RawBody | undefined
}

export type Handler = (ask: Ask) => Promise<Answer>

/** A route as data: the route table, the access test and the server are all made from these. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly permission: Permission
  /** The audit action of a change; where there are several, `'one or another'`; or 'none' (a comment at the route says why). */
  readonly audit: string
  readonly handler: Handler
  /** Requests a minute from one address, where fewer than elsewhere: sign-in and the like. */
  readonly perMinute?: number
  /** Sent by mail programs (one-click unsubscribe), so no same-origin check; its token is its permission. */
  readonly crossSite?: boolean
  /** Takes forms with files (`enctype` multipart/form-data), up to these limits. Others cannot read such a form. */
  readonly files?: FileLimits
  /** Of the API: JSON to and from programs, who are nobody: their cookies are not read. Its address begins with `/api/`. */
  readonly api?: ApiShape
  /** Takes the body as it came, whatever it says it is, from a program that signs it: no same-origin check. */
  readonly raw?: { readonly bodyLimitBytes: number }
}

export type RouteOptions = Pick<Route, 'perMinute' | 'crossSite' | 'files' | 'api' | 'raw'>

/** A page to read: changes nothing. */
export const get = (path: string, permission: Permission, handler: Handler, options: RouteOptions = {}): Route => ({
  method: 'GET',
  path,
  permission,
  audit: 'none',
  handler,
  ...options,
})

/** A change, with the audit event that it leaves. */
export const post = (
  path: string,
  permission: Permission,
  audit: string,
  handler: Handler,
  options: RouteOptions = {},
): Route => ({ method: 'POST', path, permission, audit, handler, ...options })

/** The part of the address with that name. @throws {RangeError} if the route has none: our fault */
export function param(ask: Ask, name: string): string {
  const value = ask.params[name]
  if (value === undefined) throw new RangeError(`the route has no part called ${name}`)
  return value
}
