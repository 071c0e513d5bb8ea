import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { makeApp } from '../../src/app.ts'
import { insertSession } from '../../src/features/accounts/sessions.store.ts'
import type { SpokenLanguage } from '../../src/languages/load-in-language.ts'
import { openOn } from '../../src/open-services.ts'
import { type Config, readConfig } from '../../src/platform/config/config.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { makeLog } from '../../src/platform/log/log.ts'
import type { Services } from '../../src/platform/services.ts'
import { csrfToken } from '../../src/platform/sign-in/csrf.ts'
import { newToken } from '../../src/platform/sign-in/token.ts'
import { multipart, type TestFile } from './multipart.ts'
import type { Lifetime } from './template.ts'

/** The whole app on a database of the test's, asked through `inject`: real routes, no port. */
export type TestServer = {
  readonly services: Services
  readonly app: FastifyInstance
  /** A browser without a session. */
  readonly visitor: () => TestBrowser
  /** A browser in which this person is signed in, with the second step passed unless told otherwise. */
  readonly signedIn: (personId: string, options?: { readonly secondStep?: boolean }) => Promise<TestBrowser>
}

/** What came back. */
export type TestAnswer = {
  readonly status: number
  readonly body: string
  /** The same as it came, for what is not text. */
  readonly bytes: Uint8Array
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
}

/** A browser without scripts: it keeps cookies and sends the token of the session with every form. */
export type TestBrowser = {
  readonly get: (url: string) => Promise<TestAnswer>
  readonly post: (
    url: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<TestAnswer>
  /** A form with files. */
  readonly postFiles: (
    url: string,
    fields: Readonly<Record<string, string>>,
    files: readonly TestFile[],
    headers?: Readonly<Record<string, string>>,
    /** Fields beside those, of which several may have one name. */
    more?: readonly (readonly [name: string, value: string])[],
  ) => Promise<TestAnswer>
  readonly cookies: Map<string, string>
}

export type TestServerOptions = {
  readonly clock?: () => Date
  readonly environment?: Readonly<Record<string, string>>
  readonly routes?: (services: Services) => readonly Route[]
  /** Languages beside English. */
  readonly languages?: readonly SpokenLanguage[]
  /** Whether jobs are worked; off unless told, so that a test sees them waiting. */
  readonly work?: boolean
}

/** Files that a test sends are kept for as long as its process runs. */
const dataDirectory = join(tmpdir(), `test-data-${process.pid}`)
process.on('exit', () => rmSync(dataDirectory, { recursive: true, force: true }))

/** A config as the environment would give it, with no limit on requests and nothing logged. */
export function testConfig(environment: Readonly<Record<string, string>> = {}): Config {
  const read = readConfig({
    RATE_LIMIT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDirectory,
    SECRET_KEY: 'test-secret-test-secret-test-secret',
    ...environment,
  })
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join(' '))
  return read.config
}

export async function testServer(
  lifetime: Lifetime,
  open: OpenDatabase,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const { languages = [], routes } = options
  const config = testConfig(options.environment)
  const log = makeLog('silent')
  const clock = options.clock ?? (() => new Date())
  const { services, close } = await openOn(open, config, log, {
    work: options.work ?? false,
    clock,
    closeDatabase: false,
    languages,
  })
  const app = await makeApp(services, { languages, ...(routes && { routes: routes(services) }) })
  await app.ready()
  lifetime.after(async () => {
    await app.close()
    await close()
  })
  return {
    services,
    app,
    visitor: () => browser(app, undefined),
    signedIn: async (personId, { secondStep = true } = {}) => {
      const session = newToken(services.randomBytes)
      const id = services.newId()
      const at = clock()
      const expiresAt = new Date(at.getTime() + 12 * 3_600_000)
      await insertSession(services.db, {
        id,
        token: session,
        personId,
        at,
        expiresAt,
        browser: 'test',
        secondStepAt: secondStep ? at : null,
      })
      return browser(app, { token: session, csrf: csrfToken(id, services.secretKey) })
    },
  }
}

function browser(app: FastifyInstance, session: { token: string; csrf: string } | undefined): TestBrowser {
  const cookies = new Map<string, string>()
  if (session !== undefined) cookies.set('session', session.token)
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    extra?: Readonly<Record<string, string>>,
  ): Promise<TestAnswer> => {
    const response = await app.inject({
      method,
      url,
      headers: {
        host: 'localhost:3000',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST'
          ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
          : {}),
        ...extra,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const line of [response.headers['set-cookie'] ?? []].flat()) keep(cookies, String(line))
    return {
      status: response.statusCode,
      body: response.body,
      bytes: new Uint8Array(response.rawPayload),
      location: response.headers.location?.toString(),
      headers: response.headers,
    }
  }
  return {
    cookies,
    get: (url) => send('GET', url),
    post: (url, fields = {}, headers) => {
      const pairs = Object.entries({ ...(session === undefined ? {} : { _csrf: session.csrf }), ...fields })
      const body = new URLSearchParams(
        pairs.flatMap(([name, value]) => [value].flat().map((each) => [name, each] as [string, string])),
      )
      return send('POST', url, body.toString(), headers)
    },
    postFiles: async (url, fields, files, headers, more = []) => {
      const all = { ...(session === undefined ? {} : { _csrf: session.csrf }), ...fields }
      const { type, body } = await multipart([...Object.entries(all), ...more], files)
      return send('POST', url, body, { 'content-type': type, ...headers })
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const equals = pair.indexOf('=')
  const name = pair.slice(0, equals)
  if (/;\s*max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, pair.slice(equals + 1))
}
