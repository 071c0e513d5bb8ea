import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
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
 * place of what was there, which stays beside it as `postgresql.replaced`.
 *
 * @param options.force replaces a database that is there
 * @throws {DatabaseExists} if there is one and force was not given
 * @throws {DirectoryInUse} if a process has it open
 * @throws {Error} if the file cannot be read or is not a database; then nothing was changed
 */
export async function restore(file: string, directory: string, options: { force?: boolean } = {}): Promise<void> {
  await access(file)
  await withDirectory(directory, async (release) => {
    const [cluster, unfinished, replaced] = [clusterIn(directory), unfinishedIn(directory), replacedIn(directory)]
    if ((await exists(cluster)) && !options.force) {
      throw new DatabaseExists(`there is a database in ${directory} already`)
    }
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished)
    try {
      const thread = await startPglite(unfinished, file)
      await thread.close()
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true })
      throw error
    }
    if (await exists(cluster)) {
      await rm(replaced, { recursive: true, force: true })
      await rename(cluster, replaced)
    }
    await rename(unfinished, cluster)
    await release()
  })
}
