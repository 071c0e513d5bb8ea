import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Something to go into an archive, under a name of at most 100 plain characters. */
export type ArchiveEntry = {
  readonly name: string
  readonly bytes: number
  readonly content: AsyncIterable<Uint8Array>
}

const block = 512

/**
 * Writes entries one after the other as a tar archive (POSIX ustar), which any `tar` can read.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06
 */
export async function writeArchive(to: FileHandle, entries: AsyncIterable<ArchiveEntry>): Promise<void> {
  for await (const { name, bytes, content } of entries) {
    await to.writeFile(header(name, bytes))
    let written = 0
    for await (const chunk of content) {
      written += chunk.length
      await to.writeFile(chunk)
    }
    if (written !== bytes) throw new Error(`${name} changed while it was read`)
    await to.writeFile(Buffer.alloc(padding(bytes)))
  }
  await to.writeFile(Buffer.alloc(2 * block))
}

const padding = (bytes: number): number => (block - (bytes % block)) % block

function header(name: string, bytes: number): Buffer {
  if (!/^[\w./-]{1,100}$/.test(name)) throw new RangeError(`${name} is no name for an archive`)
  const head = Buffer.alloc(block)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  head.write(name, 0, 'ascii')
  head.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(bytes, 12) + octal(0, 12), 100, 'ascii')
  head.write(`${' '.repeat(8)}0`, 148, 'ascii')
  head.write('ustar\x0000', 257, 'ascii')
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
    'ascii',
  )
  return head
}

/**
 * Takes an archive that {@link writeArchive} wrote apart into a folder.
 *
 * @param isName names of other entries are a fault of the archive: nothing leads out of the folder
 * @returns the names in their order
 * @throws {Error} if it is cut short, damaged or no archive
 */
export async function readArchive(file: string, folder: string, isName: (name: string) => boolean): Promise<string[]> {
  const names: string[] = []
  const from = await open(file, 'r')
  try {
    const head = Buffer.alloc(block)
    for (let at = 0; ; ) {
      if ((await from.read(head, 0, block, at)).bytesRead !== block) throw new Error('the archive is cut short')
      if (head.every((byte) => byte === 0)) return names
      const { name, bytes } = readHeader(head)
      if (!isName(name)) throw new Error('the archive holds what no backup does')
      at += block
      await extract(file, at, bytes, join(folder, name))
      at += bytes + padding(bytes)
      names.push(name)
    }
  } finally {
    await from.close()
  }
}

function readHeader(head: Buffer): { readonly name: string; readonly bytes: number } {
  const text = (from: number, length: number) => head.toString('latin1', from, from + length).split('\0', 1)[0] ?? ''
  const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (text(257, 6) !== 'ustar' || Number.parseInt(text(148, 8), 8) !== sum) throw new Error('the archive is damaged')
  return { name: text(0, 100), bytes: Number.parseInt(text(124, 12), 8) }
}

async function extract(file: string, start: number, bytes: number, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const handle = await open(to, 'wx', 0o600)
  try {
    let written = 0
    if (bytes > 0)
      for await (const chunk of createReadStream(file, { start, end: start + bytes - 1 }) as AsyncIterable<Buffer>) {
        written += chunk.length
        await handle.writeFile(chunk)
      }
    if (written !== bytes) throw new Error('the archive is cut short')
  } finally {
    await handle.close()
  }
}
