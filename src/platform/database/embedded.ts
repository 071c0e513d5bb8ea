import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { takeLock } from './lock.ts'
import { type PgliteThread, startPglite } from './pglite-thread.ts'
import { copySnapshot, snapshotNames } from './snapshot.ts'

/** Another process has the embedded database open. Two at once would lose rows, so the second is turned away. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse'
  readonly directory: string
  readonly pid: number
  readonly host: string

  constructor(directory: string, pid: number, host: string) {
    super(`the database in ${directory} is open in process ${pid} on ${host}`)
    this.directory = directory
    this.pid = pid
    this.host = host
  }
}

/** The database's own files lie in a folder of their directory, beside its lock. */
export const clusterIn = (directory: string): string => join(directory, 'postgresql')

/** What is being made lies here until it is whole, so that a process killed half-way leaves nothing that looks whole. */
export const unfinishedIn = (directory: string): string => join(directory, 'postgresql.unfinished')

/**
 * Opens the embedded database in a directory; makes it first if it is not there, from a snapshot when one fits.
 *
 * @throws {DirectoryInUse} if another process has it open
 */
export async function openEmbedded(directory: string): Promise<PgliteThread> {
  return await withDirectory(directory, async (release) => {
    await ensureCluster(directory)
    const thread = await startPglite(clusterIn(directory))
    return {
      ...thread,
      async close() {
        await thread.close()
        await release()
      },
    }
  })
}

/**
 * Locks a directory and does something with it. What is done keeps the lock, to release it when it is finished with; if
 * it fails, the lock is released here.
 *
 * @throws {DirectoryInUse} if another process has it open
 */
export async function withDirectory<Value>(
  directory: string,
  use: (release: () => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const taken = await takeLock(join(directory, 'lock'))
  if (!taken.ok) {
    const { pid, host } = taken.problems[0] ?? { pid: 0, host: 'another machine' }
    throw new DirectoryInUse(directory, pid, host)
  }
  const { release } = taken.value
  try {
    return await use(release)
  } catch (error) {
    await release()
    throw error
  }
}

async function ensureCluster(directory: string): Promise<void> {
  if (await exists(clusterIn(directory))) return
  const unfinished = unfinishedIn(directory)
  await rm(unfinished, { recursive: true, force: true })

  const names = await snapshotNames()
  if (!(await copySnapshot(unfinished, [names.migrated, names.bare]))) {
    await mkdir(unfinished, { recursive: true })
    const thread = await startPglite(unfinished)
    await thread.close()
  }
  await rename(unfinished, clusterIn(directory))
}

/** Whether a file or folder is there. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
