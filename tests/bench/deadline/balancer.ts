import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** What stands in front of the web processes: as much of a load balancer as there is in every such thing, and no more. */
export type Balancer = {
  readonly url: string
  /** Sends requests there too, from when it says that it is ready. */
  readonly add: (url: string) => void
  /** Sends nothing there any more, and asks it nothing. */
  readonly remove: (url: string) => void
  /** How many targets are ready. */
  readonly ready: () => number
  /** What it did by itself. */
  readonly counts: () => Readonly<Counts>
  readonly close: () => Promise<void>
}

type Counts = { passed: number; passedAgain: number; badGateway: number; nobodyReady: number }

type Target = {
  readonly url: URL
  readonly agent: Agent
  ready: boolean
  checking: boolean
}

const checkEveryMilliseconds = 250
const longestCheckMilliseconds = 2_000
const longestAnswerMilliseconds = 30_000

/**
 * Listens on this machine and passes each request to the next target that is ready, over connections that it keeps.
 * A target is ready when `/readyz` says so, asked four times a second, and until a connection to it is refused.
 *
 * A request that fails is passed to another target only when that is safe: no connection was made, so that it cannot have
 * arrived, or it was one that changes nothing. A change that may have arrived is answered with 502, and is for the browser
 * to send again. Who is signed in is in the database, so a target is nobody's own.
 */
export async function startBalancer(): Promise<Balancer> {
  const targets = new Map<string, Target>()
  const counts: Counts = { passed: 0, passedAgain: 0, badGateway: 0, nobodyReady: 0 }
  let turn = 0
  const next = (tried: ReadonlySet<Target>): Target | undefined => {
    const ready = [...targets.values()].filter((target) => target.ready && !tried.has(target))
    turn += 1
    return ready[turn % ready.length]
  }
  const server = createServer((request, response) => {
    void buffer(request)
      .then((body) => pass({ request, response, body, next, counts }))
      .catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const timer = setInterval(() => {
    for (const target of targets.values()) void check(target)
  }, checkEveryMilliseconds)
  const remove = (url: string): void => {
    const target = targets.get(url)
    if (target === undefined) return
    target.ready = false
    target.agent.destroy()
    targets.delete(url)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    add: (url) => {
      const agent = new Agent({ keepAlive: true, maxFreeSockets: 256, timeout: longestAnswerMilliseconds })
      const target = { url: new URL(url), agent, ready: false, checking: false }
      targets.set(url, target)
      void check(target)
    },
    remove,
    ready: () => [...targets.values()].filter(({ ready }) => ready).length,
    counts: () => counts,
    close: async () => {
      clearInterval(timer)
      for (const url of [...targets.keys()]) remove(url)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function check(target: Target): Promise<void> {
  if (target.checking) return
  target.checking = true
  try {
    const signal = AbortSignal.timeout(longestCheckMilliseconds)
    const answer = await fetch(new URL('/readyz', target.url), { signal })
    await answer.arrayBuffer()
    target.ready = answer.status === 200
  } catch {
    target.ready = false
  } finally {
    target.checking = false
  }
}

type Passing = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: Buffer
  readonly next: (tried: ReadonlySet<Target>) => Target | undefined
  readonly counts: Counts
}

async function pass({ request, response, body, next, counts }: Passing): Promise<void> {
  const tried = new Set<Target>()
  for (;;) {
    const target = next(tried)
    if (target === undefined) {
      counts.nobodyReady += 1
      return refuse(response, 503)
    }
    if (tried.size > 0) counts.passedAgain += 1
    tried.add(target)
    const outcome = await passTo(target, request, response, body)
    if (outcome === 'answered') {
      counts.passed += 1
      return
    }
    if (outcome === 'not-connected') target.ready = false
    const safe = outcome === 'not-connected' || request.method === 'GET' || request.method === 'HEAD'
    if (!safe) {
      counts.badGateway += 1
      return refuse(response, 502)
    }
  }
}

function passTo(
  target: Target,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<'answered' | 'not-connected' | 'broken'> {
  const { promise, resolve } = Promise.withResolvers<'answered' | 'not-connected' | 'broken'>()
  const { connection: _hop, ...headers } = request.headers
  const onward = send({
    agent: target.agent,
    host: target.url.hostname,
    port: target.url.port,
    method: request.method,
    path: request.url,
    headers: { ...headers, 'x-forwarded-for': request.socket.remoteAddress ?? '', 'x-forwarded-proto': 'http' },
    timeout: longestAnswerMilliseconds,
  })
  onward.on('timeout', () => onward.destroy(new Error('no answer in time')))
  onward.on('error', (error: NodeJS.ErrnoException) => {
    resolve(error.code === 'ECONNREFUSED' ? 'not-connected' : 'broken')
  })
  onward.on('response', (answer) => {
    const { connection: _theirs, 'transfer-encoding': _chunked, ...theirs } = answer.headers
    // All of it before the first byte goes on: an answer that breaks off half-way is none, and can be asked for again.
    buffer(answer).then(
      (bytes) => {
        response.writeHead(answer.statusCode ?? 502, { ...theirs, 'content-length': bytes.length })
        response.end(bytes)
        resolve('answered')
      },
      () => resolve('broken'),
    )
  })
  onward.end(body)
  return promise
}

function refuse(response: ServerResponse, status: 502 | 503): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'retry-after': '1' })
  response.end(status === 503 ? 'No server is ready.\n' : 'The server did not answer.\n')
}
