/**
 * A program: the load. It reads a {@link Plan} as JSON from its input and writes an {@link Outcome} to its output.
 *
 * Every connection has some applicants of its own and takes them in turn, one request at a time; when the time is over
 * it stops after the answer that it waits for, so nothing is cut and every request has been answered. Every answer is
 * checked: its status, and its text or where it leads.
 */
import { text } from 'node:stream/consumers'
import autocannon, { type Client, type Request } from 'autocannon'
import { answerText } from './answer-text.ts'
import type { Applicant, Outcome, Plan } from './plan.ts'
import { cookieHeader, keepCookies } from './read-page.ts'

type Writable = { -readonly [Key in keyof Applicant]: Applicant[Key] }

const plan = JSON.parse(await text(process.stdin)) as Plan
const everyone: Writable[] = plan.applicants.map((applicant) => ({ ...applicant }))
const times: number[] = []
const samples: string[] = []
let wrong = 0
let startedAt = 0
let lastAt = 0
let made = 0

function complain(what: string): void {
  wrong += 1
  if (samples.length < 5) samples.push(what)
}

/** The requests of one connection: those of its own applicants, in turn. */
function requestsOf(own: readonly Writable[], stop: () => void): Request {
  let turn = 0
  let current = own[0]
  let writing = ''
  return {
    setupRequest: (request) => {
      current = own[turn % own.length]
      turn += 1
      if (current === undefined) throw new Error('there are more connections than applicants')
      if (plan.kind === 'read') return { ...request, ...readingOf(current) }
      writing = answerText(`${turn} at ${performance.now()} to ${current.path}`)
      return { ...request, ...answerOf(current, writing) }
    },
    onResponse: (status, body, _context, headers) => {
      if (current === undefined) return
      keepCookies(current, setCookies(headers))
      if (plan.kind === 'read') checkPage(current, status, body)
      else checkAnswer(current, writing, status, headers?.location ?? headers?.Location)
      if (isOver()) stop()
    },
  }
}

function isOver(): boolean {
  const spent = performance.now() - startedAt
  return spent > plan.seconds * 1_000 && (times.length >= plan.least || spent > plan.seconds * 3_000)
}

const readingOf = (applicant: Applicant): Request => ({
  method: 'GET',
  path: applicant.path,
  headers: { cookie: cookieHeader(applicant), accept: 'text/html' },
})

function answerOf(applicant: Applicant, writing: string): Request {
  return {
    method: 'POST',
    path: applicant.action,
    headers: {
      cookie: cookieHeader(applicant),
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      origin: plan.url,
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams({ ...applicant.fields, [applicant.question]: writing }).toString(),
  }
}

/** The page must hold what this applicant wrote last, which nobody else's does. */
function checkPage(applicant: Applicant, status: number, body: string): void {
  if (status !== 200) complain(`a page was answered with ${status}`)
  else if (!body.includes(applicant.written)) complain('a page was not that of the one who asked')
}

function checkAnswer(applicant: Writable, writing: string, status: number, location: unknown): void {
  const { accepted, counter } = plan
  if (status !== accepted || location !== applicant.next) {
    complain(`an answer was answered with ${status} and led to ${location}, not to ${applicant.next}`)
    return
  }
  applicant.written = writing
  if (counter !== undefined)
    applicant.fields = { ...applicant.fields, [counter]: String(Number(applicant.fields[counter]) + 1) }
}

function setCookies(headers: Request['headers']): readonly string[] {
  const found = headers?.['set-cookie'] ?? (headers as Record<string, string[]> | undefined)?.['Set-Cookie']
  return [found ?? []].flat()
}

/** autocannon lets a client go when it has made its most requests: that is how one is stopped without cutting it. */
type Stoppable = Client & { reqsMade: number; responseMax: number }

function setUp(client: Client): void {
  const own = everyone.filter((_, index) => index % plan.connections === made)
  made += 1
  const stoppable = client as Stoppable
  client.setRequests([
    requestsOf(own, () => {
      stoppable.responseMax = stoppable.reqsMade
    }),
  ])
  client.on('response', (_status, _bytes, milliseconds) => {
    times.push(milliseconds)
    lastAt = performance.now()
  })
}

startedAt = performance.now()
const result = await autocannon({
  url: plan.url,
  connections: plan.connections,
  amount: Number.MAX_SAFE_INTEGER,
  timeout: 20,
  sampleInt: 50,
  setupClient: setUp,
})
if (result.errors > 0) complain(`${result.errors} connections failed or waited for 20 seconds`)
times.sort((one, other) => one - other)
const quantile = (share: number): number => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0
const outcome: Outcome = {
  answered: times.length,
  wrong,
  samples,
  seconds: (lastAt - startedAt) / 1_000,
  median: quantile(0.5),
  p99: quantile(0.99),
  slowest: quantile(1),
  loadCpuMilliseconds: process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000,
  applicants: everyone,
}
process.stdout.write(JSON.stringify(outcome))
