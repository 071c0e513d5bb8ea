import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkName, type Files, isContentName, type KeptContent } from './files.ts'

/** Where content lies in a data directory. */
export const filesIn = (dataDirectory: string): string => join(dataDirectory, 'files')

/**
 * Files in a folder of this machine, in 256 folders by the first two digits. Content is written beside its place,
 * flushed to the disk, and only then given its name, so that a name always stands for the whole.
 *
 * @param folder made when it is first needed; for the service's own user alone
 */
export function diskFiles(folder: string): Files {
  const placeOf = (sha256: string) => join(folder, checkName(sha256).slice(0, 2), sha256)
  return {
    put: async (path) => {
      const unfinished = join(folder, 'unfinished', randomUUID())
      await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 })
      try {
        const content = await copyWhole(path, unfinished)
        const place = placeOf(content.sha256)
        await mkdir(dirname(place), { recursive: true, mode: 0o700 })
        // The same name is the same content: it is written over at one stroke, and is as new again.
        await rename(unfinished, place)
        await flushFolder(dirname(place))
        return content
      } finally {
        await rm(unfinished, { force: true })
      }
    },
    open: async (sha256) => {
      const handle = await unlessAbsent(open(placeOf(sha256), 'r'))
      return handle?.createReadStream()
    },
    stat: async (sha256) => {
      const found = await unlessAbsent(stat(placeOf(sha256)))
      return found && { sha256, bytes: found.size }
    },
    remove: async (sha256) => await rm(placeOf(sha256), { force: true }),
  }
}

/** The names of all content in a folder of files, in no order. */
export async function* contentIn(folder: string): AsyncIterable<string> {
  const folders = await unlessAbsent(opendir(folder))
  if (folders === undefined) return
  for await (const { name } of folders) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue
    for await (const file of await opendir(join(folder, name))) if (isContentName(file.name)) yield file.name
  }
}

async function copyWhole(from: string, to: string): Promise<KeptContent> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(to, 'wx', 0o600)
  try {
    for await (const chunk of createReadStream(from) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A name is on the disk once its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function unlessAbsent<Value>(found: Promise<Value>): Promise<Value | undefined> {
  try {
    return await found
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
