import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Lifetime } from '../support/template.ts'

const root = join(import.meta.dirname, '../..')

/** Longer than any start on a busy machine; a test that waits so long has failed. */
const longestWaitMilliseconds = 120_000

/** Those that run now. A test file that is ended from outside takes them with it. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))

/** What a program left behind when it ended. */
export type Ended = { readonly code: number | null; readonly signal: string | null }

/** One of our programs as a process of its own. */
export type Program = {
  readonly child: ChildProcess
  /** What it has said so far. */
  readonly out: () => string
  readonly err: () => string
  /** How it ended. Throws if it has not within two minutes of being asked. */
  readonly ended: () => Promise<Ended>
  /** Ends it at once, as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
}

/**
 * Starts a program of ours. It is killed when the test is over, however the test ends, by its own process id.
 *
 * @param script its path below the root
 * @param environment all that it sees of the environment, besides where programs are
 */
export function startProgram(
  lifetime: Lifetime,
  script: string,
  environment: Readonly<Record<string, string>>,
  given: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [join(root, script), ...given], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  // `close` and not `exit`: all that it said has been read by then.
  const end = once(child, 'close').then(([code, signal]) => {
    running.delete(child)
    return { code, signal } as Ended
  })
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await end
  }
  lifetime.after(kill)
  const [out, err] = [() => said.out, () => said.err]
  return { child, out, err, kill, ended: () => inTime(end, () => `it did not end\n${out()}${err()}`) }
}

/** What was promised, or an error with what `late` says when it takes too long. */
async function inTime<Value>(promised: Promise<Value>, late: () => string): Promise<Value> {
  const timer = Promise.withResolvers<never>()
  const timeout = setTimeout(() => timer.reject(new Error(late())), longestWaitMilliseconds)
  try {
    return await Promise.race([promised, timer.promise])
  } finally {
    clearTimeout(timeout)
  }
}

/**
 * Waits until something is so.
 *
 * @param look what there is to see; undefined or false when it is not so yet
 * @throws {Error} with `what` and all that the program said if it is not so for two minutes, or the program has ended
 */
export async function until<Value>(
  what: string,
  program: Program,
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
): Promise<Value> {
  const deadline = Date.now() + longestWaitMilliseconds
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    const gone = program.child.exitCode !== null || program.child.signalCode !== null
    if (gone || Date.now() > deadline)
      throw new Error(`${gone ? 'it ended before' : 'waited in vain until'} ${what}\n${program.out()}${program.err()}`)
    await delay(10)
  }
}

/** A web server on any free port, once it has said where it is. */
export type Web = Program & { readonly url: string }

export async function startWeb(lifetime: Lifetime, environment: Readonly<Record<string, string>>): Promise<Web> {
  const program = startProgram(lifetime, 'src/web.ts', { HOST: '127.0.0.1', PORT: '0', ...environment })
  const url = await until(
    'it said where it is',
    program,
    () => / is ready at (http:\S+) \(.*\)\./.exec(program.out())?.[1],
  )
  return { ...program, url }
}

/** Runs a command of the command line to its end. */
export async function runCommand(
  lifetime: Lifetime,
  environment: Readonly<Record<string, string>>,
  ...given: readonly string[]
): Promise<Ended & { readonly out: string; readonly err: string }> {
  const program = startProgram(lifetime, 'src/cli.ts', environment, given)
  return { ...(await program.ended()), out: program.out(), err: program.err() }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The status of an address, or undefined while nothing listens there. */
export async function statusOf(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { redirect: 'manual' })
    await response.arrayBuffer()
    return response.status
  } catch {
    return undefined
  }
}
