import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate } from 'fflate'

/** What was written, with the hash that shows any change of it. Bytes and SHA-256 are of the file before it was packed. */
export type ZippedFile = { readonly path: string; readonly bytes: number; readonly sha256: string }

/** An archive that is being written. Files come one after another, in pieces, so that none has to be held whole. */
export type ZipWriter = {
  readonly add: (path: string, pieces: Iterable<string> | AsyncIterable<string>) => Promise<ZippedFile>
}

/** An archive that is whole. It is gone from the disk once it is opened, or dropped: one of the two has to be done. */
export type TemporaryZip = {
  readonly bytes: number
  readonly sha256: string
  readonly open: () => Promise<Readable>
  readonly drop: () => Promise<void>
}

/** The same whenever it is written: times in an archive have no zone, and the first that there is says nothing. */
const noTime = new Date(1980, 0, 1)

/** Pieces are packed together up to so many characters, so that small ones cost little. */
const pieceLength = 65_536

/**
 * Writes an archive to a temporary file of this machine, with the memory of one piece. The same files in the same order
 * are the same bytes. The only file that knows the packer (fflate), so that another can take its place.
 */
export async function writeZip(fill: (zip: ZipWriter) => Promise<void>): Promise<TemporaryZip> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'))
  const drop = async (): Promise<void> => await rm(folder, { recursive: true, force: true })
  const place = join(folder, 'archive.zip')
  try {
    return { ...(await fillFile(place, fill)), open: async () => await openAndForget(place, drop), drop }
  } catch (error) {
    await drop()
    throw error
  }
}

async function fillFile(place: string, fill: (zip: ZipWriter) => Promise<void>) {
  const handle = await open(place, 'wx', 0o600)
  const hash = createHash('sha256')
  const packed: Uint8Array[] = []
  let bytes = 0
  const zip = new Zip((error, data) => {
    if (error) throw error
    packed.push(data)
  })
  const flush = async (): Promise<void> => {
    for (const piece of packed.splice(0)) {
      hash.update(piece)
      bytes += piece.length
      await handle.write(piece)
    }
  }
  try {
    await fill({ add: async (path, pieces) => await addFile(zip, flush, path, pieces) })
    zip.end()
    await flush()
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function addFile(
  zip: Zip,
  flush: () => Promise<void>,
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<ZippedFile> {
  const file = new ZipDeflate(path, { level: 6 })
  file.mtime = noTime
  zip.add(file)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of inPieces(pieces)) {
    const content = Buffer.from(piece)
    hash.update(content)
    bytes += content.length
    file.push(content, false)
    await flush()
    // Packing is work of this thread: others have their turn between two pieces.
    await setImmediate()
  }
  file.push(new Uint8Array(), true)
  await flush()
  return { path, bytes, sha256: hash.digest('hex') }
}

/** The same text in pieces of about one length; never parted within a character. */
async function* inPieces(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    while (waiting.length >= pieceLength) {
      const end = isHighSurrogate(waiting.charCodeAt(pieceLength - 1)) ? pieceLength - 1 : pieceLength
      yield waiting.slice(0, end)
      waiting = waiting.slice(end)
    }
  }
  if (waiting !== '') yield waiting
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** The file has no name any more while it is read, so that nothing stays when the reader goes away. */
async function openAndForget(place: string, drop: () => Promise<void>): Promise<Readable> {
  const handle = await open(place, 'r')
  await drop()
  return createReadStream('', { fd: handle })
}
