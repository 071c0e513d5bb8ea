import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { contentIn, filesIn } from '../files/disk-files.ts'
import { type ArchiveEntry, writeArchive } from './archive.ts'
import { askForDump } from './dump-socket.ts'
import { clusterIn, DirectoryInUse, exists, withDirectory } from './embedded.ts'
import { startPglite } from './pglite-thread.ts'

/** There is no embedded database in this directory. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase'
}

/** What a backup holds: the database as it dumps itself, and each file that people sent under the name of its content. */
export const databaseEntry = 'database.tar.gz'
export const fileEntry = (sha256: string): string => `files/${sha256}`

/** What was written, in bytes, and how many files are in it. */
export type BackedUp = { readonly bytes: number; readonly files: number }

/**
 * Writes the whole embedded database of a directory, and the files that people sent if they are kept there, to one
 * archive. It is there only when it is whole and on disk. A service that has the directory open is asked for its database,
 * as it is between two transactions; files that are sent meanwhile may be in the archive too, and nothing refers to them.
 *
 * @throws {NoDatabase} if there is none
 * @throws {DirectoryInUse} if a process has it open that cannot be asked, such as one on another machine
 */
export async function backup(directory: string, file: string): Promise<BackedUp> {
  if (!(await exists(clusterIn(directory)))) throw new NoDatabase(`there is no database in ${directory}`)
  try {
    return await withDirectory(directory, async (release) => {
      const thread = await startPglite(clusterIn(directory))
      try {
        return await writeWhole(directory, file, await thread.dump())
      } finally {
        await thread.close()
        await release()
      }
    })
  } catch (error) {
    const database = error instanceof DirectoryInUse ? await askForDump(directory) : undefined
    if (database === undefined) throw error
    return await writeWhole(directory, file, database)
  }
}

async function writeWhole(directory: string, file: string, database: Uint8Array): Promise<BackedUp> {
  const unfinished = `${file}.unfinished`
  let files = 0
  async function* entries(): AsyncIterable<ArchiveEntry> {
    yield { name: databaseEntry, bytes: database.length, content: once(database) }
    const folder = filesIn(directory)
    for await (const sha256 of contentIn(folder)) {
      const path = join(folder, sha256.slice(0, 2), sha256)
      files += 1
      yield { name: fileEntry(sha256), bytes: (await stat(path)).size, content: createReadStream(path) }
    }
  }
  try {
    // Personal data: for the one who made it alone.
    const handle = await open(unfinished, 'w', 0o600)
    try {
      await writeArchive(handle, entries())
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
    return { bytes: (await stat(file)).size, files }
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content
}
