import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { NotFound, Unavailable } from '../../core/errors.ts'
import { type Actor, admits, visitor } from '../../core/permissions/index.ts'
import type { ErrorKind } from '../../ui/error-page.ts'
import type { Page } from '../../ui/page.ts'
import type { UnsentForm } from '../../ui/unsent-page.ts'
import type { Config } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import { csrfTokens, sameOrigin } from '../sign-in/csrf.ts'
import { sameSecret } from '../sign-in/token.ts'
import { type Answer, type CookieName, json, seeOther, show } from './answer.ts'
import { cookieName, readCookie, setCookie } from './cookies.ts'
import { formBody } from './form-body.ts'
import { FilesTooLarge, type ReceivedParts, receiveParts, type SentFile } from './receive-files.ts'
import type { Ask, Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { acknowledged, sentMark } from './sent-mark.ts'
import { unsentForm } from './unsent.ts'

/** What the server needs of the rest: it knows no area. */
export type ServerOptions = {
  readonly routes: readonly Route[]
  /** Who holds this session, if anyone. */
  readonly findActor: (token: string, at: Date) => Promise<Actor | undefined>
  /** A whole document: the page in its shell. */
  readonly render: (page: Page, shell: ShellFacts) => string
  readonly errorPage: (kind: ErrorKind, requestId: string) => Page
  /** What was written in a form that could not be taken, to be sent again. */
  readonly unsentPage: (unsent: UnsentForm) => Page
  /** Extra sources of scripts for the content security policy: hashes of the shell's own inline script. */
  readonly scriptHashes: readonly string[]
  readonly config: Config
  readonly secretKey: string
  readonly log: Log
  readonly clock: () => Date
  readonly newId: () => string
  /** Where built files are looked for, in this order. */
  readonly assetsFolders: readonly string[]
}

/** For forms of text; those with files say their own limits. Ten long answers fit; ten megabytes do not. */
const bodyLimitBytes = 1_000_000

/** What the shell around a page depends on. */
export type ShellFacts = {
  readonly actor: Actor
  readonly path: string
  readonly csrf: string
  /** Said once, after a change. */
  readonly flash: string | undefined
  /** The mark of the form that this page answers, which its script had put there. */
  readonly answerTo?: string | undefined
}

const errorStatus: Record<ErrorKind, number> = {
  'bad-request': 400,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'files-too-large': 413,
  'too-many': 429,
  fault: 500,
  unavailable: 503,
}

type Received = { readonly receivedAt: Date; readonly actor: Actor; readonly csrf: string }

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
  const writer = makeWriter(options)
  addEdges(app, options, writer)
  const fromMail = options.routes.filter(({ crossSite }) => crossSite === true)
  const withFiles = options.routes.filter(({ files }) => files !== undefined)
  const textOnly = options.routes.filter((route) => route.crossSite !== true && route.files === undefined)
  for (const route of textOnly) addRoute(app, route, options, writer)
  // In a scope of their own: what mail programs send is read nowhere else.
  await app.register(async (scope) => {
    acceptMailPrograms(scope)
    for (const route of fromMail) addRoute(scope, route, options, writer)
  })
  await app.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false })
    for (const route of withFiles) addRoute(scope, route, options, writer)
  })
  return app
}

type Writer = {
  readonly answer: (reply: FastifyReply, answer: Answer, ask: Ask) => FastifyReply
  readonly error: (request: FastifyRequest, reply: FastifyReply, kind: ErrorKind) => FastifyReply
}

function makeWriter(options: ServerOptions): Writer {
  const { config } = options
  const secure = config.publicUrl?.startsWith('https:') ?? false
  return {
    answer: (reply, answer, ask) => {
      const cookies = [...(answer.cookies ?? [])]
      if (answer.kind === 'redirect' && answer.flash !== undefined)
        cookies.push({ name: 'flash', value: answer.flash, maxAgeSeconds: 60 })
      const flash = answer.kind === 'page' ? ask.cookie('flash') : undefined
      if (flash !== undefined) cookies.push({ name: 'flash', value: '' })
      if (cookies.length > 0)
        reply.header(
          'set-cookie',
          cookies.map((cookie) => setCookie(cookie, secure)),
        )
      reply.header('cache-control', ask.actor.kind === 'person' || cookies.length > 0 ? 'no-store' : 'no-cache')
      if (answer.headers !== undefined) reply.headers(answer.headers)
      if (answer.kind === 'redirect') return reply.redirect(answer.to, 303)
      if (answer.kind === 'body') return reply.code(answer.status).type(answer.type).send(answer.body)
      const { actor, path, csrf } = ask
      const page = options.render(answer.page, { actor, path, csrf, flash, answerTo: sentMark(ask) })
      return reply.code(answer.status).type('text/html; charset=utf-8').send(page)
    },
    error: (request, reply, kind) => {
      const { actor, csrf } = receivedOf(request) ?? { actor: visitor, csrf: '' }
      const shell = { actor, path: request.url, csrf, flash: undefined }
      const page = options.render(options.errorPage(kind, request.id), shell)
      return reply
        .code(errorStatus[kind])
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page)
    },
  }
}

/** What is the same for every request: its time, who asks, the headers, the log line, and what happens when it fails. */
function addEdges(app: FastifyInstance, options: ServerOptions, writer: Writer): void {
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
      token === undefined || request.url.startsWith('/assets/') ? undefined : await options.findActor(token, receivedAt)
    const actor = found ?? visitor
    const csrf = actor.kind === 'person' ? csrfOf(actor.sessionId) : ''
    request.setDecorator('received', { receivedAt, actor, csrf } satisfies Received)
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
  app.setNotFoundHandler((request, reply) => writer.error(request, reply, 'not-found'))
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

function addRoute(app: FastifyInstance, route: Route, options: ServerOptions, writer: Writer): void {
  const { config } = options
  const secure = config.publicUrl?.startsWith('https:') ?? false
  app.route({
    method: route.method,
    url: route.path,
    ...(route.perMinute !== undefined && config.requestsPerMinute > 0
      ? { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } }
      : {}),
    handler: async (request, reply) => {
      const parts = await partsOf(route, request, options, secure)
      const ask = askOf(request, config, secure, parts)
      const refusal = refusalOf(route, ask, options, request)
      // Temporary files are gone before the answer is: whoever has it can rely on that.
      const answer = await Promise.resolve(refusal ?? route.handler(ask)).finally(parts?.release)
      if (typeof answer === 'string') return writer.error(request, reply, answer)
      return writer.answer(reply, refusal === undefined ? acknowledged(answer, ask) : answer, ask)
    },
  })
}

/** The parts of a form with files. Nobody's files are kept, even for a moment, who may not send them: they are read past. */
async function partsOf(
  route: Route,
  request: FastifyRequest,
  options: ServerOptions,
  secure: boolean,
): Promise<ReceivedParts | undefined> {
  if (route.files === undefined || !request.isMultipart()) return undefined
  const { actor, csrf, origin } = askOf(request, options.config, secure, undefined)
  const verdict = admits(actor, route.permission, options.config.evaluation)
  // Answered without reading: the page is not there for them.
  if (verdict === 'hidden') return undefined
  const may = verdict === 'allowed' && sameOrigin(request.headers, origin)
  const token = (fields: URLSearchParams) => actor.kind !== 'person' || sameSecret(fields.get('_csrf') ?? '', csrf)
  return await receiveParts(request, route.files, (fields) => may && token(fields))
}

/**
 * Why this request goes no further, if so: no permission, or a change that another site might have sent. What somebody
 * wrote on a page of ours is given back to them to send again.
 */
function refusalOf(
  route: Route,
  ask: Ask,
  options: ServerOptions,
  request: FastifyRequest,
): Answer | ErrorKind | undefined {
  const verdict = admits(ask.actor, route.permission, options.config.evaluation)
  if (verdict === 'hidden') return 'not-found'
  const changes = route.method !== 'GET'
  const ours = !changes || sameOrigin(request.headers, ask.origin)
  if (verdict === 'sign-in-first' && ask.fromScript) return json({ status: 'signed-out' }, { status: 401 })
  if (verdict === 'sign-in-first' || verdict === 'second-step-first') {
    const unsent = changes && ours ? unsentAnswer(route, ask, options, request, verdict) : undefined
    const page = verdict === 'sign-in-first' ? '/sign-in' : '/sign-in/authenticator'
    return unsent ?? seeOther(`${page}?return=${encodeURIComponent(changes ? '/' : request.url)}`)
  }
  if (!changes || route.crossSite === true) return undefined
  if (!ours) return 'forbidden'
  if (ask.actor.kind !== 'person' || sameSecret(ask.form.line('_csrf'), ask.csrf)) return undefined
  if (ask.fromScript) return json({ status: 'refused', message: signedInAnew }, { status: 403 })
  return unsentAnswer(route, ask, options, request, 'signed-in-anew') ?? 'forbidden'
}

/** For a script that saves while its person types. */
const signedInAnew = 'Not saved, because you signed in again in another tab. Choose save and continue to save this.'

function unsentAnswer(
  route: Route,
  ask: Ask,
  options: ServerOptions,
  request: FastifyRequest,
  refused: Parameters<typeof unsentForm>[1],
): Answer | undefined {
  const hasPage = options.routes.some(({ method, path }) => method === 'GET' && path === route.path)
  const fileNames = ask.files.map(({ name }) => name)
  const unsent = unsentForm({ ask, url: request.url, fields: fieldsOf(request), fileNames, hasPage }, refused)
  if (unsent === undefined) return undefined
  // Nobody on the way may keep what somebody wrote, and `no-store` is not said to visitors otherwise.
  const headers = { 'cache-control': 'no-store' }
  return show(options.unsentPage(unsent), { status: refused === 'signed-in-anew' ? 403 : 401, headers })
}

const noFields = new URLSearchParams()

const noFiles: readonly SentFile[] = []

function askOf(request: FastifyRequest, config: Config, secure: boolean, parts: ReceivedParts | undefined): Ask {
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
  }
}

const fieldsOf = (request: FastifyRequest): URLSearchParams =>
  (request.body as { fields?: URLSearchParams } | undefined)?.fields ?? noFields

const receivedOf = (request: FastifyRequest): Received | undefined =>
  request.getDecorator<Received | null>('received') ?? undefined

/** Of the reader of parts: more files, fields or parts than there can be. */
const fileLimitCodes = new Set(['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT'])

function kindOf(error: unknown): ErrorKind {
  if (error instanceof NotFound) return 'not-found'
  if (error instanceof Unavailable) return 'unavailable'
  if (error instanceof FilesTooLarge) return 'files-too-large'
  const { statusCode: status, code } = error as { statusCode?: number; code?: string }
  if (status === 413 && code !== undefined && fileLimitCodes.has(code)) return 'files-too-large'
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many'
  return status !== undefined && status >= 400 && status < 500 ? 'bad-request' : 'fault'
}
