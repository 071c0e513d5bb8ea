import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../support/postgres.ts'
import type { Cores } from './cores.ts'
import type { Lifetime } from './lifetime.ts'
import { type Measured, measure, type Pace } from './measure.ts'
import { addOfficers, countRows, type Officer, type Rows, type Settings } from './officers.ts'
import { parentOf } from './process-cost.ts'
import { type ProgramToStart, startProgram } from './program.ts'
import { openQuestion } from './read-page.ts'

const root = join(import.meta.dirname, '../..')

/** Our service with a database that has been filled, ready to be started. */
export type Ours = {
  readonly name: 'postgresql' | 'embedded'
  readonly folder: string
  readonly settings: Settings
  readonly databasePid: number | undefined
  readonly officers: readonly Officer[]
}

/** As in production, but for the limit on requests: one machine makes them all. */
export const settings = {
  HOST: '127.0.0.1',
  RATE_LIMIT: '0',
  LOG_LEVEL: 'info',
  SECRET_KEY: 'only-for-the-benchmark-and-nowhere-else',
}

/** Fills a real PostgreSQL, made for this and gone afterwards. */
export async function prepareOnPostgres(lifetime: Lifetime, folder: string, people: number): Promise<Ours> {
  await mkdir(folder)
  const postgres = await startPostgres()
  lifetime.after(() => postgres.stop())
  const own = { ...settings, DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'data') }
  const officers = await addOfficers(own, people)
  return { name: 'postgresql', folder, settings: own, databasePid: await serverPid(postgres.url), officers }
}

/** Fills an embedded database. */
export async function prepareEmbedded(folder: string, people: number): Promise<Ours> {
  await mkdir(folder)
  const own = { ...settings, DATA_DIR: join(folder, 'data') }
  return { name: 'embedded', folder, settings: own, databasePid: undefined, officers: await addOfficers(own, people) }
}

/** The process of which every connection's is a child. */
export async function serverPid(url: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return parentOf(rows[0]?.pid ?? 0)
  } finally {
    await client.end()
  }
}

/** Measures our service as a process of its own, and compares what it acknowledged with what is in the database. */
export async function measureOurs(
  lifetime: Lifetime,
  ours: Ours,
  how: { readonly cores: Cores | undefined; readonly pace: Pace },
): Promise<Measured> {
  const before = await countRows(ours.settings)
  const program = await startProgram(lifetime, how.cores, {
    name: ours.name,
    ...(await startAs(ours.settings)),
    directory: root,
    readyPath: '/readyz',
    logFolder: ours.folder,
  })
  const applicants = []
  for (const officer of ours.officers) applicants.push(await openQuestion(program.url, officer, officer.cookies))
  const { databasePid } = ours
  const subject = { program, databasePid, applicants, accepted: 303, counter: 'version' }
  const measured = await measure(lifetime, subject, how.pace)
  await program.stop()
  const faults = whatIsMissing(before, await countRows(ours.settings), measured.answers)
  return { ...measured, faults: [...measured.faults, ...faults] }
}

/** What `npm start` gives to Node, and to its environment besides the settings: both count for what the server costs. */
export async function startAs(
  settings: Readonly<Record<string, string>>,
): Promise<Pick<ProgramToStart, 'command' | 'environment'>> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const [, variables = '', command] = /^exec (?:env ((?:[A-Z_]+=\S+ )+))?node (.+)$/.exec(scripts.start) ?? []
  if (command === undefined) throw new Error('npm start is not "exec … node …"')
  const environment = Object.fromEntries(
    variables.split(' ').flatMap((each) => {
      const [name = '', value = ''] = each.split('=')
      return name === '' ? [] : [[name, value]]
    }),
  )
  return { command: command.split(' '), environment: { ...environment, ...settings } }
}

/** Each acknowledged answer is one version kept and one event in the audit log, no more and no less. */
function whatIsMissing(before: Rows, after: Rows, acknowledged: number): readonly string[] {
  const differs = (what: 'versions' | 'savedEvents', words: string): readonly string[] => {
    const rows = after[what] - before[what]
    return rows === acknowledged ? [] : [`${acknowledged} answers were acknowledged, and there are ${rows} ${words}`]
  }
  return [...differs('versions', 'versions of answers'), ...differs('savedEvents', 'events in the audit log')]
}
