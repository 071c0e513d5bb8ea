import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { visitor } from '../../core/permissions/index.ts'
import { csrfTokens } from '../sign-in/csrf.ts'
import { answerPrograms, isApiAddress, unchanged, writeProblem } from './api-scope.ts'
import { cookieName, readCookie } from './cookies.ts'
import { kindOf } from './error-kind.ts'
import { askOf, type Received } from './read-ask.ts'
import { partsOf, refusalOf } from './refuse.ts'
import type { Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { acknowledged } from './sent-mark.ts'
import { serveMade } from './serve-made.ts'
import type { ServerOptions } from './server-options.ts'
import { type Voices, voicesOf } from './voice.ts'
import { makeWriter, type Writer } from './write-answer.ts'

/** For forms of text; those with files say their own limits. Ten long answers fit; ten megabytes do not. */
const bodyLimitBytes = 1_000_000

/** The web server, with every route behind its permission. Call `ready()` before use, `close()` after. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { config } = options
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: (_, hop) => hop < config.proxies,
    genReqId: options.newId,
    logger: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  })
  await app.register(formbody, { parser: (text) => Object.fromEntries([['fields', new URLSearchParams(text)]]) })
  if (config.requestsPerMinute > 0) {
    await app.register(rateLimit, { max: config.requestsPerMinute, timeWindow: 60_000, hook: 'preHandler' })
  }
  await app.register(fastifyStatic, {
    root: [...options.assetsFolders],
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  })
  serveMade(app, options.otherVoices?.flatMap(({ assets }) => assets) ?? [])
  const voices = voicesOf(options, options.otherVoices ?? [], config.publicUrl?.startsWith('https:') ?? false)
  const writer = makeWriter(options, voices)
  addEdges(app, options, { voices, writer })
  const ofApi = options.routes.filter(({ api }) => api !== undefined)
  const ofPages = options.routes.filter(({ api }) => api === undefined)
  const fromMail = ofPages.filter(({ crossSite }) => crossSite === true)
  const withFiles = ofPages.filter(({ files }) => files !== undefined)
  const asItCame = ofPages.filter(({ raw }) => raw !== undefined)
  const special = new Set([...fromMail, ...withFiles, ...asItCame])
  const textOnly = ofPages.filter((route) => !special.has(route))
  for (const route of textOnly) addRoute(app, route, options, { voices, writer })
  // In a scope of their own: what mail programs send is read nowhere else.
  await app.register(async (scope) => {
    acceptMailPrograms(scope)
    for (const route of fromMail) addRoute(scope, route, options, { voices, writer })
  })
  await app.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false })
    for (const route of withFiles) addRoute(scope, route, options, { voices, writer })
  })
  await app.register(async (scope) => {
    takeAsItCame(scope)
    for (const route of asItCame) addRoute(scope, route, options, { voices, writer })
  })
  await app.register(async (scope) => {
    answerPrograms(scope, ofApi, options)
    for (const route of ofApi) addRoute(scope, route, options, { voices, writer })
  })
  return app
}

/** What is the same for every request: its time, who asks, the headers, the log line, and what happens when it fails. */
function addEdges(app: FastifyInstance, options: ServerOptions, { voices, writer }: Answering): void {
  const { config, log } = options
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const headers = securityHeaders(secure, options.scriptHashes)
  const sessionCookie = cookieName('session', secure)
  const csrfOf = csrfTokens(options.secretKey)
  app.decorateRequest('received', null)
  app.addHook('onRequest', async (request, reply) => {
    const receivedAt = options.clock()
    reply.headers(headers)
    const token = readCookie(request.headers.cookie, sessionCookie)
    const found =
      token === undefined || request.url.startsWith('/assets/') || isApiAddress(request.url)
        ? undefined
        : await options.findActor(token, receivedAt)
    const actor = found ?? visitor
    const csrf = actor.kind === 'person' ? csrfOf(actor.sessionId) : ''
    request.setDecorator('received', {
      receivedAt,
      actor,
      csrf,
      language: voices.languageOf(request),
    } satisfies Received)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    if (route.startsWith('/assets/') || route === '/healthz' || route === '/readyz') return
    log.info({
      request: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    })
  })
  app.setNotFoundHandler((request, reply) =>
    isApiAddress(request.url)
      ? writeProblem(reply, 'not-found', request.id)
      : writer.error(request, reply, 'not-found'),
  )
  app.setErrorHandler((error, request, reply) => {
    const kind = kindOf(error)
    if (kind === 'fault' || kind === 'unavailable')
      log.error({ request: request.id, route: request.routeOptions.url, err: error })
    return writer.error(request, reply, kind)
  })
}

/** The longest body of a one-click request, which says one thing. */
const oneClickLimitBytes = 10_000

/** A one-click request may be a form of either kind. Its address says everything, so its body is read past. @see RFC 8058, section 3.2 */
function acceptMailPrograms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: oneClickLimitBytes },
    (_request, _body, done) => done(null, {}),
  )
}

/** Where a route takes more or less than forms of text have. */
function bodyLimitOf({ api, raw }: Route): { readonly bodyLimit?: number } {
  const bodyLimit = api?.bodyLimitBytes ?? raw?.bodyLimitBytes
  return bodyLimit === undefined ? {} : { bodyLimit }
}

/** What a program sends is signed byte for byte, so that it is read as bytes whatever it says it is. */
function takeAsItCame(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, { raw: body }))
}

type Answering = { readonly voices: Voices; readonly writer: Writer }

function addRoute(app: FastifyInstance, route: Route, options: ServerOptions, answering: Answering): void {
  const { voices, writer } = answering
  const handlerIn = voices.handlerOf(route)
  const { config } = options
  const secure = config.publicUrl?.startsWith('https:') ?? false
  app.route({
    method: route.method,
    url: route.path,
    ...bodyLimitOf(route),
    ...(route.perMinute !== undefined && config.requestsPerMinute > 0
      ? { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } }
      : {}),
    handler: async (request, reply) => {
      const parts = await partsOf(route, request, options, secure)
      const ask = askOf(request, config, secure, parts)
      const refusal = refusalOf(route, ask, options, { request, voice: voices.of(request) })
      // Temporary files are gone before the answer is: whoever has it can rely on that.
      const answer = await Promise.resolve(refusal ?? handlerIn(request)(ask)).finally(parts?.release)
      if (typeof answer === 'string') return writer.error(request, reply, answer)
      if (route.api !== undefined) return writer.answer(request, reply, unchanged(answer, request), ask)
      return writer.answer(request, reply, refusal === undefined ? acknowledged(answer, ask) : answer, ask)
    },
  })
}
