import { createHash } from 'node:crypto'
import { constants, cpSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { MIGRATIONS, readMigrations } from './migrate.ts'

/** Where finished databases are kept to be copied. Everything in it can be made again. */
export const SNAPSHOTS = join(import.meta.dirname, '../../../.build/snapshot')

/** The two kinds: as initdb leaves it, which depends on PGlite alone, and with the migrations of this release. */
export type SnapshotNames = { readonly bare: string; readonly migrated: string }

/** The names of the snapshots that fit this release: another PGlite or another migration makes another name. */
export async function snapshotNames(migrations = MIGRATIONS): Promise<SnapshotNames> {
  const require = createRequire(import.meta.url)
  const versions: string[] = []
  for (const name of ['@electric-sql/pglite', 'pg-boss']) versions.push(await versionOf(require.resolve(name), name))
  const [pglite = '', jobs = ''] = versions
  const hash = createHash('sha256').update(`${pglite}\n${jobs}\n`)
  for (const { name, sha256 } of await readMigrations(migrations)) hash.update(`${name} ${sha256}\n`)
  return { bare: `pglite-${pglite}`, migrated: `migrated-${hash.digest('hex').slice(0, 20)}` }
}

/** The version in the package.json above a module's file; packages need not export theirs. */
async function versionOf(file: string, name: string): Promise<string> {
  const folder = join(file.slice(0, file.lastIndexOf(join('node_modules', name))), 'node_modules', name)
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  return version
}

/**
 * Copies the best snapshot there is to a folder that does not exist yet.
 *
 * @returns false if there is none that fits
 */
export async function copySnapshot(to: string, names: readonly string[], from = SNAPSHOTS): Promise<boolean> {
  for (const name of names) {
    if (await isFolder(join(from, name))) {
      // The synchronous copy is native and takes half the time of the other, before there is anyone to keep waiting.
      // Where the file system can share the blocks of a copy, it does.
      cpSync(join(from, name), to, { recursive: true, mode: constants.COPYFILE_FICLONE })
      return true
    }
  }
  return false
}

/** Keeps a database that is closed, by moving its folder. If another process was first, that one is kept. */
export async function keepSnapshot(cluster: string, name: string, folder = SNAPSHOTS): Promise<void> {
  await mkdir(folder, { recursive: true })
  try {
    await rename(cluster, join(folder, name))
  } catch (error) {
    if (!(await isFolder(join(folder, name)))) throw error
    await rm(cluster, { recursive: true, force: true })
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}
