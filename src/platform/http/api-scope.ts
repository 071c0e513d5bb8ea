import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorKind } from '../../ui/error-page.ts'
import type { Answer } from './answer.ts'
import { errorStatus, kindOf } from './error-kind.ts'
import { type Problem, problemType } from './problem.ts'
import type { Route } from './route.ts'
import type { ServerOptions } from './server-options.ts'

/** Addresses for programs, under which problems are JSON too. */
export const isApiAddress = (url: string): boolean => url.startsWith('/api/')

/** All of it is public, nobody is known by a cookie and nothing is changed: so any page of any site may read it. */
const forAnySite = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, link, retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset',
  'cross-origin-resource-policy': 'cross-origin',
} as const

/** How long a browser may remember that it may ask. */
const preflightSeconds = 86_400

const titles: Readonly<Record<ErrorKind, string>> = {
  'bad-request': 'The request is not one that the service understands',
  forbidden: 'Not allowed',
  'not-found': 'There is nothing here',
  'too-large': 'What was sent is too large',
  'files-too-large': 'What was sent is too large',
  'too-many': 'Too many requests from this address: wait a minute',
  fault: 'The service has a fault; it has been noted',
  unavailable: 'The service cannot answer at the moment: try again in a few seconds',
}

/** What is the same for every address of the API: any site may ask, JSON comes in as it is, and problems are JSON. */
export function answerPrograms(scope: FastifyInstance, routes: readonly Route[], options: ServerOptions): void {
  scope.addHook('onRequest', async (_request, reply) => {
    reply.headers(forAnySite)
  })
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    const parsed = parseJson(body as Buffer)
    if (parsed === undefined) done(Object.assign(new Error('not JSON'), { statusCode: 400, code: notJson }), undefined)
    else done(null, parsed)
  })
  scope.setErrorHandler((error, request, reply) => {
    const kind = kindOf(error)
    if (kind === 'fault' || kind === 'unavailable')
      options.log.error({ request: request.id, route: request.routeOptions.url, err: error })
    const { code } = error as { code?: string }
    if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return send(reply, 415, 'Send JSON, as application/json')
    if (code === notJson) return send(reply, 400, 'The body must be one JSON object in UTF-8')
    return writeProblem(reply, kind, request.id)
  })
  for (const path of new Set(routes.map(({ path: each }) => each))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method)
    scope.options(path, (_request, reply) =>
      reply
        .headers({
          'access-control-allow-methods': [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', '),
          'access-control-allow-headers': 'content-type, if-none-match',
          'access-control-max-age': preflightSeconds,
        })
        .code(204)
        .send(),
    )
  }
}

const notJson = 'NOT_JSON'

const utf8 = new TextDecoder('utf-8', { fatal: true })

function parseJson(bytes: Uint8Array): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(utf8.decode(bytes)) }
  } catch {
    return undefined
  }
}

/** What went wrong, for a program. */
export function writeProblem(reply: FastifyReply, kind: ErrorKind, requestId: string): FastifyReply {
  if (kind === 'unavailable') reply.header('retry-after', 2)
  return send(reply.headers(forAnySite), errorStatus[kind], titles[kind], requestId)
}

function send(reply: FastifyReply, status: number, title: string, instance?: string): FastifyReply {
  const body: Problem = { type: 'about:blank', title, status, ...(instance !== undefined && { instance }) }
  return reply.code(status).header('cache-control', 'no-store').type(problemType).send(JSON.stringify(body))
}

/**
 * The answer with the mark of its content, or that it is what the asker has already.
 *
 * @see RFC 9110, sections 8.8.3 and 13.1.2
 */
export function unchanged(answer: Answer, request: FastifyRequest): Answer {
  if (request.method === 'POST' || answer.kind !== 'body' || answer.status !== 200) return answer
  if (typeof answer.body !== 'string' && !(answer.body instanceof Uint8Array)) return answer
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)}"`
  const headers = { ...answer.headers, etag }
  const known = matches(request.headers['if-none-match'], etag)
  return known ? { ...answer, headers, status: 304, body: '' } : { ...answer, headers }
}

/** Compared weakly, as a reader's copy may be marked. */
const matches = (given: string | undefined, etag: string): boolean =>
  (given ?? '').split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag)
