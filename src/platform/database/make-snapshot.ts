import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { installBoss } from '../jobs/boss.ts'
import { clusterIn, exists } from './embedded.ts'
import { MIGRATIONS, migrate } from './migrate.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { keepSnapshot, SNAPSHOTS, snapshotNames } from './snapshot.ts'

/**
 * Makes the snapshots that new embedded databases are copied from, unless they are there: copying takes half a second,
 * making one six. Several may run at once; one of them is kept. Snapshots that no longer fit are removed.
 */
export async function makeSnapshot(folder = SNAPSHOTS, migrations = MIGRATIONS): Promise<void> {
  const names = await snapshotNames(migrations)
  if (await exists(join(folder, names.migrated))) return
  await mkdir(folder, { recursive: true })
  const workplace = await mkdtemp(join(folder, 'making-'))
  try {
    if (!(await exists(join(folder, names.bare)))) {
      const first = join(workplace, 'bare')
      await within(first, dropTemplates)
      await keepSnapshot(clusterIn(first), names.bare, folder)
    }
    await within(workplace, async (open) => {
      await migrate(open.db, migrations)
      await installBoss(open)
      await sql`vacuum (analyze)`.execute(open.db)
    })
    await keepSnapshot(clusterIn(workplace), names.migrated, folder)
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
  for (const name of await readdir(folder)) {
    const outdated = /^(pglite|migrated)-/.test(name) && name !== names.bare && name !== names.migrated
    if (outdated) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Removes the databases that others are made from, since nobody makes another in an embedded engine: two thirds of the
 * files to be copied are theirs.
 */
async function dropTemplates({ db }: OpenDatabase): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    update pg_database set datistemplate = false where datname in ('template0', 'template1')
    returning datname as name`.execute(db)
  for (const { name } of rows) await sql`drop database ${sql.id(name)}`.execute(db)
}

async function within(directory: string, use: (open: OpenDatabase) => Promise<void>): Promise<void> {
  const open = await openDatabase({ directory })
  try {
    await use(open)
  } finally {
    await open.close()
  }
}

// Waited for by nobody, so that whoever reads this module need not wait either: a group of tests cannot.
if (import.meta.main) {
  makeSnapshot().catch((error) => {
    // An install must not fail for want of it: the first start then makes the database step by step.
    console.warn(`No snapshot of the embedded database was made, so its first start will be slower: ${error}`)
  })
}
