import type { FastifyRequest } from 'fastify'
import type { Config } from '../config/config.ts'
import type { CookieName } from './answer.ts'
import { cookieName, readCookie } from './cookies.ts'
import { formBody } from './form-body.ts'
import type { ReceivedParts, SentFile } from './receive-files.ts'
import type { Ask } from './route.ts'

/** What is known of a request before its body is read. */
export type Received = Pick<Ask, 'receivedAt' | 'actor' | 'csrf' | 'language'>

const noFields = new URLSearchParams()

const noFiles: readonly SentFile[] = []

/** A request as handlers see it. */
export function askOf(request: FastifyRequest, config: Config, secure: boolean, parts: ReceivedParts | undefined): Ask {
  const received = receivedOf(request)
  if (parts !== undefined) request.body = { fields: parts.fields }
  if (received === undefined) throw new Error('a request was handled before it was received')
  const question = request.url.indexOf('?')
  return {
    ...received,
    params: request.params as Record<string, string>,
    query: question < 0 ? noFields : new URLSearchParams(request.url.slice(question)),
    form: formBody(fieldsOf(request)),
    files: parts?.files ?? noFiles,
    ip: request.ip,
    browser: String(request.headers['user-agent'] ?? '').slice(0, 200),
    path: question < 0 ? request.url : request.url.slice(0, question),
    origin: config.publicUrl ?? `http://${request.host}`,
    cookie: (name: CookieName) => readCookie(request.headers.cookie, cookieName(name, secure)),
    fromScript: request.headers['x-requested-with'] !== undefined,
    json: (request.body as { json?: unknown } | undefined)?.json,
    raw: rawOf(request),
  }
}

/** The body as it came, where a route takes it so. */
function rawOf(request: FastifyRequest): Ask['raw'] {
  const bytes = (request.body as { raw?: Uint8Array } | undefined)?.raw
  return bytes === undefined ? undefined : { bytes, header: (name) => String(request.headers[name] ?? '') }
}

/** The fields of the form that was sent; none when there was no form. */
export const fieldsOf = (request: FastifyRequest): URLSearchParams =>
  (request.body as { fields?: URLSearchParams } | undefined)?.fields ?? noFields

export const receivedOf = (request: FastifyRequest): Received | undefined =>
  request.getDecorator<Received | null>('received') ?? undefined
