import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The environment variable by which test files learn of the server that the run has started. */
export const SERVER = 'TEST_SERVER_URL'

/** A PostgreSQL for tests, with a database in which others can be made. */
export type Postgres = {
  readonly url: string
  /** Stops it at once, as a crash would, and starts it on the same data. Resolves when it takes connections again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a real PostgreSQL with an empty data folder. It stops when it is told to, or when this process ends in any way.
 * It does not keep this process from ending.
 *
 * @param options.durable what is committed is on disk: without it tests are quicker, and a crash loses what was committed
 */
export async function startPostgres(options: { readonly durable?: boolean } = {}): Promise<Postgres> {
  const flags = options.durable === true ? ['--durable'] : []
  const child = spawn(process.execPath, [join(import.meta.dirname, 'postgres-server.ts'), ...flags], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })
  const nextUrl = async (): Promise<string> => {
    const line = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`the test server ended before it began (${code})`)))
    })
    const answer = JSON.parse(line) as { url?: string; problem?: string }
    if (answer.url === undefined) throw new Error(answer.problem)
    return answer.url
  }
  const url = await nextUrl()
  child.unref()
  for (const pipe of [child.stdin, child.stdout]) if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  return {
    url,
    async restart() {
      const ready = nextUrl()
      child.stdin.write('restart\n')
      await ready
    },
    async stop() {
      if (child.exitCode !== null) return
      child.ref()
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}

let own: Promise<Postgres> | undefined

/**
 * The server to test on: the one named by TEST_DATABASE_URL, the one that this test run has started, or, for a test file
 * that is run by itself, one of its own.
 */
export async function testServerUrl(): Promise<string> {
  const url = process.env.TEST_DATABASE_URL || process.env[SERVER]
  if (url) return url
  own ??= startPostgres()
  return (await own).url
}
