import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFiles, filesIn } from '../files/disk-files.ts'
import { isContentName } from '../files/files.ts'
import { readArchive } from './archive.ts'
import { databaseEntry, fileEntry } from './backup.ts'
import { clusterIn, exists, unfinishedIn, withDirectory } from './embedded.ts'
import { startPglite } from './pglite-thread.ts'

/** The directory holds a database, and nobody said that it may be replaced. */
export class DatabaseExists extends Error {
  override readonly name = 'DatabaseExists'
}

/** Where a database that was replaced is kept, until the next is. */
export const replacedIn = (directory: string): string => join(directory, 'postgresql.replaced')

/**
 * Makes the embedded database of a directory from a file that `backup` wrote. It is opened once before it takes the
 * place of what was there, which stays beside it as `postgresql.replaced`. The files of the backup are added to those
 * that are there: content has the name of its sum, so nothing is written over.
 *
 * @param options.force replaces a database that is there
 * @throws {DatabaseExists} if there is one and force was not given
 * @throws {DirectoryInUse} if a process has it open
 * @throws {Error} if the file cannot be read or is not a database; then nothing was changed
 */
export async function restore(file: string, directory: string, options: { force?: boolean } = {}): Promise<void> {
  const isArchive = await opensAsArchive(file)
  await withDirectory(directory, async (release) => {
    const [cluster, unfinished, replaced] = [clusterIn(directory), unfinishedIn(directory), replacedIn(directory)]
    if ((await exists(cluster)) && !options.force) {
      throw new DatabaseExists(`there is a database in ${directory} already`)
    }
    await rm(unfinished, { recursive: true, force: true })
    const parts = join(directory, 'restore.unfinished')
    await rm(parts, { recursive: true, force: true })
    await mkdir(unfinished)
    try {
      const names = isArchive ? await readArchive(file, parts, isEntry) : []
      if (isArchive && !names.includes(databaseEntry)) throw new Error('there is no database in the archive')
      const thread = await startPglite(unfinished, isArchive ? join(parts, databaseEntry) : file)
      await thread.close()
      await putFiles(directory, parts, names)
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true })
      throw error
    } finally {
      await rm(parts, { recursive: true, force: true })
    }
    if (await exists(cluster)) {
      await rm(replaced, { recursive: true, force: true })
      await rename(cluster, replaced)
    }
    await rename(unfinished, cluster)
    await release()
  })
}

/** Backups of version 0.1 are the bare dump of the database, which is compressed; there were no files then. */
async function opensAsArchive(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const start = Buffer.alloc(2)
    await handle.read(start, 0, 2, 0)
    return start.toString('hex') !== '1f8b'
  } finally {
    await handle.close()
  }
}

const isEntry = (name: string): boolean =>
  name === databaseEntry || (name.startsWith('files/') && isContentName(name.slice('files/'.length)))

async function putFiles(directory: string, parts: string, names: readonly string[]): Promise<void> {
  const files = diskFiles(filesIn(directory))
  for (const name of names.filter((each) => each !== databaseEntry)) {
    const { sha256 } = await files.put(join(parts, name))
    if (fileEntry(sha256) !== name) throw new Error('a file in the archive is damaged')
  }
}
