import { Agent, type IncomingHttpHeaders, request as send } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { cookieHeader, keepCookies } from '../read-page.ts'
import type { Deed, Kind } from './figures.ts'

/** What a person asks for, and how they know that they have it. */
export type Asking = {
  readonly kind: Kind
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: URLSearchParams
  /** From the page's script, which is answered in JSON. */
  readonly fromScript?: boolean
  /** Whether this answer is what was asked for. What is neither that nor worth another try is a fault. */
  readonly is: (answer: Answered) => boolean
}

export type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

/** Everything that the people of one shape do, as it is noted. */
export type Notes = {
  /** Milliseconds since the shape began. */
  readonly now: () => number
  readonly deeds: Deed[]
  /** What was never acknowledged, or was answered with what nobody should see. */
  readonly failures: string[]
  /** After this long people give up, and that is an error that is left. */
  readonly patienceMilliseconds: number
}

/** The browser of one person: their cookies, and a hand that presses the button again when there was no answer. */
export type Browser = {
  readonly origin: string
  cookies: Readonly<Record<string, string>>
  readonly agent: Agent
}

const longestAnswerMilliseconds = 20_000
const firstPauseMilliseconds = 200
const longestPauseMilliseconds = 2_000

/** Statuses of a server, or of what stands before it, that could not do it now. */
const worthAnotherTry = new Set([408, 425, 429, 500, 502, 503, 504])

export const openBrowser = (origin: string, cookies: Browser['cookies']): Browser => ({
  origin,
  cookies,
  agent: new Agent({ keepAlive: true, maxFreeSockets: 6 }),
})

/**
 * Asks, and asks the same again until it is answered: the same page, the same form with the same fields. A deed is noted
 * with all its tries.
 *
 * @returns undefined when it failed, which is noted too
 */
export async function ask(browser: Browser, notes: Notes, asking: Asking): Promise<Answered | undefined> {
  const startedAt = notes.now()
  const errors: string[] = []
  const note = (): number => notes.deeds.push({ kind: asking.kind, startedAt, endedAt: notes.now(), errors })
  for (;;) {
    const answer = await attempt(browser, asking).catch((error: NodeJS.ErrnoException) => wordsFor(error))
    if (typeof answer !== 'string') {
      if (asking.is(answer)) {
        note()
        return answer
      }
      if (!worthAnotherTry.has(answer.status)) return fail(notes, asking, `answered with ${describe(answer)}`)
    }
    errors.push(typeof answer === 'string' ? answer : `status ${answer.status}`)
    if (notes.now() - startedAt > notes.patienceMilliseconds) {
      note()
      return fail(notes, asking, `never acknowledged: ${errors.slice(-3).join(', ')}`)
    }
    // Not all at once when it is back: half of the pause is by chance.
    const longest = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (errors.length - 1))
    await pause(longest * (0.5 + Math.random() / 2))
  }
}

function fail(notes: Notes, { kind, path }: Asking, what: string): undefined {
  notes.failures.push(`${kind} ${path}: ${what}`)
  return undefined
}

const describe = ({ status, headers, body }: Answered): string =>
  `${status} ${headers.location ?? ''} ${/<title>([^<]*)/.exec(body)?.[1] ?? body.slice(0, 120)}`

const wordsFor = ({ code, message }: NodeJS.ErrnoException): string => code ?? message

async function attempt(browser: Browser, asking: Asking): Promise<Answered> {
  const { method, path, body, fromScript = false } = asking
  const payload = body?.toString()
  const { promise, resolve, reject } = Promise.withResolvers<Answered>()
  const request = send(browser.origin + path, {
    method,
    agent: browser.agent,
    timeout: longestAnswerMilliseconds,
    headers: {
      cookie: cookieHeader(browser),
      accept: fromScript ? 'application/json' : 'text/html',
      ...(fromScript ? { 'x-requested-with': 'autosave' } : {}),
      ...(payload === undefined
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(payload)),
            origin: browser.origin,
            'sec-fetch-site': 'same-origin',
          }),
    },
  })
  request.on('timeout', () => request.destroy(Object.assign(new Error('no answer'), { code: 'no answer in 20 s' })))
  request.on('error', reject)
  request.on('response', (response) => {
    text(response).then((said) => {
      keepCookies(browser, response.headers['set-cookie'] ?? [])
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: said })
    }, reject)
  })
  request.end(payload)
  return await promise
}
