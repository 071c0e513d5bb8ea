/**
 * The benchmark of the deadline: 350 councils with half-written expressions of interest, two web processes and a worker on
 * a PostgreSQL whose commits are on disk, behind a balancer. A web process is killed and PostgreSQL is stopped at once, as
 * a crash would, while people save and submit. Afterwards everything that was acknowledged is looked for in the database.
 *
 *     npm run bench:deadline                    about 13 minutes: an hour ten times as fast, and 300 seconds of arrivals
 *     npm run bench:deadline -- --quick         a sixth of that
 *     npm run bench:deadline -- --only arrivals (or hour)
 *
 * Ends with 1 when anything was lost, is there twice, or was not acknowledged in the end.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { requireNode } from '../../src/require-node.ts'
import { startPostgres } from '../support/postgres.ts'
import { compare } from './deadline/compare.ts'
import { openLedger } from './deadline/ledger.ts'
import { settle } from './deadline/people.ts'
import { type Spent, shapeReport, verdictLines } from './deadline/report.ts'
import { type Service, startService } from './deadline/service.ts'
import { type Ran, runArrivals, runHour, type Town } from './deadline/shapes.ts'
import { readStored, stillWaiting } from './deadline/stored.ts'
import { type Lifetime, withLifetime } from './lifetime.ts'
import { type Settings, withServices } from './officers.ts'
import { settings } from './ours.ts'
import { machineBusy } from './process-cost.ts'

const councils = 350
const submitting = 60
const quickly = 1 / 6

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    scale: { type: 'string' },
  },
})

requireNode()
if (existsSync('/proc/self/stat')) await withLifetime(bench)
else console.error('This benchmark reads what processes cost from /proc, so it runs on Linux only.')

async function bench(lifetime: Lifetime): Promise<void> {
  const scale = options.scale === undefined ? (options.quick ? quickly : 1) : Number(options.scale)
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  lifetime.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const postgres = await startPostgres({ durable: true })
  lifetime.after(() => postgres.stop())
  const own: Settings = { ...settings, DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'data') }
  const ledger = openLedger()
  say(`preparing ${councils} councils with a draft each`)
  const people = await settle(own, { councils, submitting }, ledger)
  const service = await startService({ lifetime, folder, settings: own, postgres })
  const town: Town = {
    service,
    ledger,
    officers: people.officersAt(service.balancer.url),
    lastPages: people.lastPages,
    scale,
  }

  const rans: Ran[] = []
  const shapes = { hour: () => runHour(town, submitting), arrivals: () => runArrivals(town) }
  for (const [name, run] of Object.entries(shapes)) {
    if (options.only !== undefined && options.only !== name) continue
    say(`running the shape "${name}"`)
    const { ran, spent } = await watched(service, run)
    rans.push(ran)
    console.log(`\n${shapeReport(ran, spent)}`)
  }
  say('comparing')
  console.log(`\n${await verdict(own, service, ledger, rans)}`)
}

/** What the processors did meanwhile. */
async function watched(
  service: Service,
  run: () => Promise<Ran>,
): Promise<{ readonly ran: Ran; readonly spent: Spent }> {
  const look = () => {
    const { user, system } = process.cpuUsage()
    const cpu: Record<string, number> = { ...service.cpu(), 'load and balancer': (user + system) / 1_000 }
    return { cpu, busy: machineBusy(), at: performance.now() }
  }
  const before = look()
  const ran = await run()
  const after = look()
  const seconds = (after.at - before.at) / 1_000
  const cpu = Object.fromEntries(
    Object.entries(after.cpu).map(([part, milliseconds]) => [part, (milliseconds - (before.cpu[part] ?? 0)) / 1_000]),
  )
  const ours = Object.values(cpu).reduce((sum, spent) => sum + spent, 0)
  const busy = (after.busy.milliseconds - before.busy.milliseconds) / 1_000
  return { ran, spent: { seconds, cpu, elsewhere: Math.max(0, busy - ours) / seconds / after.busy.cores } }
}

async function verdict(
  own: Settings,
  service: Service,
  ledger: ReturnType<typeof openLedger>,
  rans: readonly Ran[],
): Promise<string> {
  const fallen = service.fallen()
  const { faults, waiting } = await withServices(own, async (services) => {
    const left = await untilDone(() => stillWaiting(services.db))
    return { faults: compare(ledger, await readStored(services)), waiting: left }
  })
  const audit = [...(waiting.events > 0 ? [`${waiting.events} events not sealed`] : []), ...(await auditFaults(own))]
  const { lines, holds } = verdictLines(rans, faults, { ...ledger.totals(), audit: audit.join('; '), fallen })
  if (!holds) process.exitCode = 1
  const later =
    waiting.messages === 0 ? [] : [`${waiting.messages} receipts wait to be sent by a job that was cut off.`]
  return [...lines, ...later, ...conditions(service)].join('\n')
}

/** Looks until nothing waits, for thirty seconds at most. */
async function untilDone<Left extends { readonly messages: number; readonly events: number }>(
  look: () => Promise<Left>,
): Promise<Left> {
  for (let looks = 0; ; looks += 1) {
    const left = await look()
    if ((left.messages === 0 && left.events === 0) || looks === 60) return left
    await pause(500)
  }
}

/** What `npm run audit:verify` says, if it is not that all is well. */
function auditFaults(own: Settings): Promise<readonly string[]> {
  const command = join(import.meta.dirname, '../../src/cli.ts')
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, 'audit:verify'],
      { env: { PATH: process.env.PATH, ...own } },
      (error, out, err) => {
        resolve(
          error === null && out.startsWith('The audit log is whole') ? [] : [(err || out || String(error)).trim()],
        )
      },
    )
  })
}

function conditions({ balancer }: Service): readonly string[] {
  const { passed, passedAgain, badGateway, nobodyReady } = balancer.counts()
  return [
    `Balancer: ${passed} passed on, ${passedAgain} to a second server because that was safe, ${badGateway} answered with 502, ${nobodyReady} with 503.`,
    'PostgreSQL: fsync and synchronous_commit on; stopped by SIGQUIT ("immediate"), so that it recovers as after a crash. Web process: kill -9, started again after a second.',
    'An answer counts from when a person asked until they had it, over all tries. Whatever lies in a marked outage with any part of it is listed there.',
  ]
}

function say(what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`)
}
