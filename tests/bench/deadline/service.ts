import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Postgres } from '../../support/postgres.ts'
import type { Lifetime } from '../lifetime.ts'
import type { Settings } from '../officers.ts'
import { serverPid, startAs } from '../ours.ts'
import { cpuMillisecondsOfFamily } from '../process-cost.ts'
import { type Program, startProgram } from '../program.ts'
import { type Balancer, startBalancer } from './balancer.ts'

const root = join(import.meta.dirname, '../../..')

/** A supervisor waits so long before it starts again what has ended. */
const restartAfterMilliseconds = 1_000

/** The service as it runs for real: a balancer, two web processes, a worker, and PostgreSQL. */
export type Service = {
  readonly balancer: Balancer
  /** Ends a web process at once, and starts another in its place. Resolves when that one is sent requests. */
  readonly killWeb: () => Promise<void>
  /** Stops PostgreSQL at once and starts it again. Resolves when both web processes are sent requests again. */
  readonly restartPostgres: () => Promise<void>
  /** Processor time so far, in milliseconds, by part. */
  readonly cpu: () => Readonly<Record<'web' | 'worker' | 'postgresql', number>>
  /** Programs that ended though nobody ended them. */
  readonly fallen: () => readonly string[]
}

type Opening = {
  readonly lifetime: Lifetime
  readonly folder: string
  readonly settings: Settings
  readonly postgres: Postgres
}

export async function startService(opening: Opening): Promise<Service> {
  const { lifetime, postgres } = opening
  const balancer = await startBalancer()
  lifetime.after(balancer.close)
  const accounts = { web: 0, worker: 0, postgresql: 0 }
  let databasePid = await serverPid(postgres.url)
  const first = await startWeb(opening, 1)
  const webs = [first, await startWeb(opening, 2)]
  const worker = await startWorker(opening)
  for (const { url } of webs) balancer.add(url)
  await until(() => balancer.ready() === webs.length)
  const family = (pid: number | undefined): number => (pid === undefined ? 0 : cpuMillisecondsOfFamily(pid))
  let started = webs.length
  return {
    balancer,
    killWeb: async () => {
      const victim = webs[0]
      if (victim === undefined) throw new Error('there is no web process')
      accounts.web += family(victim.pid)
      webs.shift()
      await victim.kill()
      const successor = await startAgain(opening, () => ++started)
      webs.push(successor)
      balancer.remove(victim.url)
      balancer.add(successor.url)
      await until(() => balancer.ready() === webs.length)
    },
    restartPostgres: async () => {
      accounts.postgresql += family(databasePid)
      await postgres.restart()
      databasePid = await serverPid(postgres.url)
      await until(() => balancer.ready() === webs.length)
    },
    cpu: () => ({
      web: webs.reduce((sum, { pid }) => sum + family(pid), accounts.web),
      worker: family(worker.pid),
      postgresql: family(databasePid) + accounts.postgresql,
    }),
    fallen: () => [
      ...webs.filter(({ running }) => !running()).map(({ pid }) => `web process ${pid}`),
      ...(worker.running() ? [] : ['the worker']),
    ],
  }
}

/** As a supervisor does: again and again, if it does not start because the database is away just then. */
async function startAgain(opening: Opening, number: () => number): Promise<Program> {
  for (let tries = 1; ; tries += 1) {
    await pause(restartAfterMilliseconds)
    try {
      return await startWeb(opening, number())
    } catch (error) {
      if (tries === 5) throw error
    }
  }
}

async function startWeb({ lifetime, folder, settings }: Opening, number: number): Promise<Program> {
  return await startProgram(lifetime, undefined, {
    name: `web-${number}`,
    ...(await startAs({ ...settings, TRUST_PROXY: '1' })),
    directory: root,
    readyPath: '/readyz',
    logFolder: folder,
  })
}

async function startWorker({
  lifetime,
  folder,
  settings,
}: Opening): Promise<{ readonly pid: number | undefined; readonly running: () => boolean }> {
  const stderr = openSync(join(folder, 'worker.log'), 'w')
  const child = spawn(process.execPath, ['src/worker.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', TZ: 'UTC', ...settings, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', stderr],
  })
  closeSync(stderr)
  const running = (): boolean => child.exitCode === null && child.signalCode === null
  lifetime.after(async () => {
    if (!running()) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  })
  const ready = new Promise<boolean>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => text.includes('is ready') && resolve(true))
    child.once('exit', () => resolve(false))
  })
  if (!(await ready)) throw new Error('the worker did not start')
  return { pid: child.pid, running }
}

/** Looks often, for two minutes at most. */
async function until(so: () => boolean): Promise<void> {
  for (let looks = 0; looks < 2_400; looks += 1) {
    if (so()) return
    await pause(50)
  }
  throw new Error('waited two minutes for the web processes to be ready')
}
