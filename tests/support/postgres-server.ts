/**
 * A program: a PostgreSQL that lives as long as the one who started it.
 *
 * It says where the server is in one line of JSON on its output, and stops the server, leaving nothing behind, when its
 * input ends. A pipe ends however its other side dies, so a test run that is killed takes its server with it.
 *
 * A line `restart` on its input stops the server at once, as a crash would, and starts it on the same data; a second line
 * of output says when it takes connections again. `--durable`: what is committed is on disk, as where it matters.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { postgresBinaries } from './postgres-binaries.ts'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root. This is the user that Unix has for owning nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 }
const asWho = process.getuid?.() === 0 ? NOBODY : undefined

/** The path of a Unix socket may have 107 bytes, and ours ends in `/.s.PGSQL.5432`. */
const LONGEST_FOLDER = 80

const DURABLE = process.argv.includes('--durable')

const FORGETTING = {
  // What is written is thrown away at the end, so nothing waits for a disk.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
}

const SETTINGS = {
  ...(DURABLE ? {} : FORGETTING),
  listen_addresses: '',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  shared_buffers: '64MB',
}

type Server = {
  readonly folder: string
  readonly process: ChildProcess
  readonly url: string
  /** The same on the data that are there. */
  readonly again: () => Promise<Server>
}

async function start(folder: string): Promise<Server> {
  await chmod(folder, 0o755)
  const binaries = await postgresBinaries(folder)
  const data = join(folder, 'data')
  const sockets = join(folder, 'socket')
  for (const path of [data, sockets]) {
    await mkdir(path, { mode: 0o700 })
    if (asWho) await chown(path, asWho.uid, asWho.gid)
  }
  const spawning = { ...asWho, cwd: folder, env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C', TZ: 'UTC' } }
  await initialise(join(binaries, 'initdb'), data, spawning)

  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(sockets)}`
  const run = async (): Promise<Server> => {
    const server = spawn(join(binaries, 'postgres'), ['-D', data, '-k', sockets, ...settings], {
      ...spawning,
      // A group of its own, so that Ctrl-C reaches the tests first and the server when they are done with it.
      detached: true,
      stdio: 'ignore',
    })
    await untilReady(url, server)
    return { folder, process: server, url, again: run }
  }
  return await run()
}

async function initialise(initdb: string, data: string, spawning: object): Promise<void> {
  const options = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8']
  try {
    await run(initdb, [...options, '--locale=C.UTF-8'], spawning)
  } catch {
    await run(initdb, [...options, '--locale=C'], spawning)
  }
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let last: unknown
  for (let attempt = 0; attempt < 600 && server.exitCode === null; attempt += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      last = error
      await pause(50)
    }
  }
  throw new Error(`PostgreSQL did not start (exit code ${server.exitCode})`, { cause: last })
}

/** At once: whoever is connected is cut off, and nothing is written that was not. */
async function quit({ process: server }: Server): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGQUIT')
  await ended
}

async function stop(server: Server): Promise<void> {
  await quit(server)
  await rm(server.folder, { recursive: true, force: true, maxRetries: 5 })
}

// Ctrl-C goes to every process of the terminal; the end of our input follows when the tests have stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.stdout.on('error', () => {})
const input = createInterface({ input: process.stdin })
const inputEnded = once(input, 'close')

const root = tmpdir().length > LONGEST_FOLDER - 20 ? '/tmp' : tmpdir()
const folder = await mkdtemp(join(root, 'test-postgres-'))
try {
  let server = await start(folder)
  let restarts = Promise.resolve()
  const again = async (): Promise<void> => {
    await quit(server)
    server = await server.again()
    say({ url: server.url })
  }
  input.on('line', (line) => {
    if (line === 'restart') restarts = restarts.then(again).catch((error) => say({ problem: wordsFor(error) }))
  })
  say({ url: server.url })
  await inputEnded
  await restarts
  await stop(server)
} catch (error) {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  say({ problem: wordsFor(error) })
  process.exitCode = 1
}

function say(answer: { readonly url: string } | { readonly problem: string }): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

function wordsFor(error: unknown): string {
  return String(error instanceof Error ? error.stack : error)
}
