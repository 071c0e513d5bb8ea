import { open, rename, rm } from 'node:fs/promises'
import { clusterIn, exists, withDirectory } from './embedded.ts'
import { startPglite } from './pglite-thread.ts'

/** There is no embedded database in this directory. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase'
}

/**
 * Writes the whole embedded database of a directory to one file, a compressed tarball. The file is there only when it
 * is whole and on disk. The service has to be stopped: it holds the directory.
 *
 * @returns the size of the file in bytes
 * @throws {NoDatabase} if there is none
 * @throws {DirectoryInUse} if a process has it open
 */
export async function backup(directory: string, file: string): Promise<number> {
  if (!(await exists(clusterIn(directory)))) throw new NoDatabase(`there is no database in ${directory}`)
  return await withDirectory(directory, async (release) => {
    const thread = await startPglite(clusterIn(directory))
    try {
      const bytes = await thread.dump()
      await writeWhole(file, bytes)
      return bytes.length
    } finally {
      await thread.close()
      await release()
    }
  })
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    // Personal data: for the one who made it alone.
    const handle = await open(unfinished, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}
