/**
 * The benchmark of the web: a question page and an answer to it, under fifty connections, on a real PostgreSQL and on the
 * embedded database; and beside them, on the same machine in the same minutes, DWP CASA with a form of three questions.
 *
 *     npm run bench:web              about 90 seconds
 *     npm run bench:web -- --quick   shorter, and so less exact
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { requireNode } from '../../src/require-node.ts'
import { type Casa, installCasa, measureCasa } from './casa.ts'
import { type Cores, claimCores } from './cores.ts'
import { type Lifetime, withLifetime } from './lifetime.ts'
import type { Measured, Pace } from './measure.ts'
import { measureOurs, prepareEmbedded, prepareOnPostgres } from './ours.ts'
import { type Results, table } from './table.ts'

const full: Pace = { connections: 50, warmSeconds: 1.5, warmRequests: 2_000, seconds: 5 }
const quick: Pace = { connections: 50, warmSeconds: 0.5, warmRequests: 500, seconds: 1.5 }

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
})

requireNode()
if (existsSync('/proc/self/stat')) await withLifetime(bench)
else console.error('This benchmark reads what processes cost from /proc, so it runs on Linux only.')

async function bench(lifetime: Lifetime): Promise<void> {
  const pace = options.quick ? quick : full
  const people = options.quick ? 100 : 400
  const cores = claimCores()
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  lifetime.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const wanted = (name: string): boolean => options.only === undefined || options.only === name

  say('preparing two databases with officers and drafts, and installing CASA')
  const installing = wanted('casa') ? installCasa(lifetime, join(folder, 'casa')) : Promise.resolve('not asked for')
  const onPostgres = wanted('postgresql')
    ? await prepareOnPostgres(lifetime, join(folder, 'postgresql'), people)
    : undefined
  const onEmbedded = wanted('embedded') ? await prepareEmbedded(join(folder, 'embedded'), people) : undefined
  const casa = await installing

  const measured = async (what: string, work: () => Promise<Measured>): Promise<Measured> => {
    say(`measuring ${what}`)
    return await work()
  }
  const how = { cores, people, pace }
  const postgresql = onPostgres && (await measured('ours on PostgreSQL', () => measureOurs(lifetime, onPostgres, how)))
  const embedded = onEmbedded && (await measured('ours embedded', () => measureOurs(lifetime, onEmbedded, how)))
  const theirs = typeof casa === 'string' ? undefined : await measured('CASA', () => measureCasa(lifetime, casa, how))
  report(
    people,
    { postgresql, embedded, casa: theirs, casaVersion: typeof casa === 'string' ? '' : casa.version },
    casa,
    cores,
  )
}

function report(people: number, results: Results, casa: Casa | string, cores: Cores | undefined): void {
  console.log(`\n${table(results)}\n`)
  const lines = [
    cores === undefined
      ? 'The server was not held to one core: there is one only, or no taskset.'
      : `The server was held to core ${cores.server}; the load and PostgreSQL shared core ${cores.others.join(', ')}.`,
    `${people} people with a draft each, 50 connections. CPU is the server's, all threads, with the sealing of the audit log.`,
    'Ours: session, CSRF, answer, version and audit row in the database. CASA: in memory, no database. PostgreSQL waits for no disk.',
    ...elsewhere(results),
    ...(typeof casa === 'string' ? [`CASA was left out: ${casa}.`] : []),
  ]
  console.log(lines.join('\n'))
  for (const name of ['postgresql', 'embedded', 'casa'] as const) {
    const faults = results[name]?.faults ?? []
    if (faults.length === 0) continue
    process.exitCode = 1
    console.log(`VOID: ${name} gave wrong answers, so its column means nothing:\n  ${faults.slice(0, 8).join('\n  ')}`)
  }
}

/** Other programs make a server slower, and each request dearer, than it is. */
function elsewhere({ postgresql, embedded, casa }: Results): readonly string[] {
  const costs = [postgresql, embedded, casa].flatMap((each) => (each === undefined ? [] : [each.page, each.answer]))
  return costs.some((cost) => cost.elsewhere >= 0.1)
    ? ['BUSY: other programs had more than a tenth of the machine, so what is measured is worse than what is.']
    : []
}

function say(what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`)
}
