import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/open-database.ts'
import { installBoss } from '../../src/platform/jobs/boss.ts'
import { testServerUrl } from './postgres.ts'

/** What tells us that a test is over: a test's context, or `{ after }` of `node:test` for a whole file. */
export type Lifetime = { after(end: () => Promise<void>): unknown }

/** A database made once a run and then copied. `fill` is given one that has the migrations. */
export type Template = { readonly name: string; fill(open: OpenDatabase): Promise<void> }

/** Its address is for a program that opens it too. */
export type FreshDatabase = OpenDatabase & { readonly url: string }

/** The environment variable that tells the databases of this run from those of another on the same server. */
export const RUN = 'TEST_RUN'

/** The names of all databases of this run begin so. */
export const runPrefix = (): string => {
  process.env[RUN] ||= randomBytes(5).toString('hex')
  return `test_${process.env[RUN]}_`
}

const migrated: Template = { name: 'migrated', async fill() {} }

let made = 0

/**
 * A database of its own on a real PostgreSQL, with every migration, which is dropped when the test is over.
 *
 * @param template what else should be in it; made by the first who asks, and then copied
 */
export async function freshDatabase(lifetime: Lifetime, template: Template = migrated): Promise<FreshDatabase> {
  const source = await ensureTemplate(template)
  made += 1
  const name = `${runPrefix()}${process.pid}_${made}`
  // Its files are copied as they are: through the log, block by block, takes three times the processor.
  await onServer((server) => server.query(`create database ${name} template ${source} strategy file_copy`))
  const url = await urlOf(name)
  const open = await openDatabase({ url, poolSize: 8 })
  lifetime.after(async () => {
    await open.close()
    await onServer((server) => server.query(`drop database ${name} with (force)`))
  })
  return { ...open, url }
}

/** A database with nothing in it at all, for tests of migrations. */
export async function emptyDatabase(lifetime: Lifetime): Promise<FreshDatabase> {
  return await freshDatabase(lifetime, { name: 'template0', async fill() {} })
}

async function urlOf(name: string): Promise<string> {
  const url = new URL(await testServerUrl())
  url.pathname = `/${name}`
  return url.href
}

const ensured = new Map<string, Promise<string>>()

async function ensureTemplate(template: Template): Promise<string> {
  if (template.name === 'template0') return template.name
  const name = `${runPrefix()}${template.name}`
  const promise = ensured.get(name) ?? makeTemplate(name, template)
  ensured.set(name, promise)
  return await promise
}

/** Test files run in several processes: the first makes the template and the others wait for it. */
async function makeTemplate(name: string, template: Template): Promise<string> {
  await onServer(async (server) => {
    await server.query(`select pg_advisory_lock(hashtext($1))`, [name])
    const { rowCount } = await server.query(`select from pg_database where datname = $1`, [name])
    if (rowCount === 1) return
    // It gets its name when it is finished, so that a half-made one is never copied.
    const unfinished = `${name}_unfinished`
    await server.query(`drop database if exists ${unfinished} with (force)`)
    await server.query(`create database ${unfinished}`)
    const open = await openDatabase({ url: await urlOf(unfinished) })
    try {
      await migrate(open.db)
      await installBoss(open)
      await template.fill(open)
    } finally {
      await open.close()
    }
    await server.query(`alter database ${unfinished} rename to ${name}`)
  })
  return name
}

/** Drops what this run has left on a server that is not its own. */
export async function dropDatabases(): Promise<void> {
  await onServer(async (server) => {
    const { rows } = await server.query<{ name: string }>(
      `select datname as name from pg_database where starts_with(datname, $1)`,
      [runPrefix()],
    )
    for (const { name } of rows) await server.query(`drop database if exists ${name} with (force)`)
  })
}

async function onServer<Value>(use: (server: pg.Client) => Promise<Value>): Promise<Value> {
  const server = new pg.Client({ connectionString: await testServerUrl() })
  await server.connect()
  try {
    return await use(server)
  } finally {
    await server.end()
  }
}
