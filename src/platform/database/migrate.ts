import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The folder of the product's own migrations. */
export const MIGRATIONS = join(import.meta.dirname, '../../../database/migrations')

/** One file of SQL that changes the shape of the database, once. */
export type Migration = {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** What {@link migrate} did. `ahead` counts migrations that a newer release has applied and this one has not heard of. */
export type MigrationReport = { readonly applied: readonly string[]; readonly already: number; readonly ahead: number }

/** The migrations cannot be applied as they stand. Nothing was changed by the one at fault; those before it stay. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

type Applied = { number: number; name: string; sha256: string }

const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/

/** Any number will do so long as every release uses the same: it keeps two starting processes from migrating at once. */
const LOCK = 7_203_114

/**
 * Brings the database to the shape of this release: applies each file of the folder that has not been applied, in
 * order, each in a transaction of its own, and writes it in the ledger. Processes that start together take turns.
 *
 * @param folder files named `0001-what-it-does.sql`, numbered from 1 without gaps
 * @throws {MigrationRefused} if the numbers have a gap or a double, or an applied file has changed or gone
 */
export async function migrate(db: Database, folder = MIGRATIONS): Promise<MigrationReport> {
  const migrations = await readMigrations(folder)
  return await db.connection().execute(async (connection) => {
    // A lock and a large index may be waited for longer than any statement of a page may take.
    await sql`set statement_timeout = 0`.execute(connection)
    await sql`select pg_advisory_lock(${LOCK}::int8)`.execute(connection)
    try {
      return await applyMissing(connection, migrations)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}::int8)`.execute(connection)
      await sql`reset statement_timeout`.execute(connection)
    }
  })
}

/**
 * The migrations of a folder in their order. The hash is of the text with plain line ends, so that a checkout on
 * another system is the same migration.
 *
 * @throws {MigrationRefused} if a file is misnamed or the numbers are not 1, 2, 3, …
 */
export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE.exec(name)?.[1])
      if (number !== index + 1) {
        const expected = String(index + 1).padStart(4, '0')
        throw new MigrationRefused(`migration ${expected} is next, but the file in its place is named ${name}`)
      }
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { number, name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function applyMissing(db: Database, migrations: readonly Migration[]): Promise<MigrationReport> {
  await sql`
    create table if not exists migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`.execute(db)
  const { rows } = await sql<Applied>`select number, name, sha256 from migration order by number`.execute(db)
  refuseChanged(rows, migrations)

  const missing = migrations.slice(rows.length)
  for (const migration of missing) await apply(db, migration)
  const ahead = Math.max(0, rows.length - migrations.length)
  return { applied: missing.map(({ name }) => name), already: rows.length - ahead, ahead }
}

function refuseChanged(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, row] of applied.entries()) {
    if (row.number !== index + 1) {
      throw new MigrationRefused(`the database has had migration ${row.number} but not ${index + 1}`)
    }
    const migration = migrations[index]
    // A newer release has been here: its migrations keep the release before them working.
    if (migration === undefined) return
    if (migration.sha256 !== row.sha256) {
      throw new MigrationRefused(`${migration.name} is not the text that was applied (as ${row.name}): write a new one`)
    }
  }
}

async function apply(db: Database, { number, name, text, sha256 }: Migration): Promise<void> {
  await db.transaction().execute(async (tx) => {
    try {
      await sql.raw(text).execute(tx)
    } catch (error) {
      throw new MigrationRefused(`${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
    await sql`insert into migration (number, name, sha256) values (${number}, ${name}, ${sha256})`.execute(tx)
  })
}
