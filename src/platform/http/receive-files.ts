import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { tidyFileName } from '../../core/files/index.ts'

/** What a route takes of files, in one request. */
export type FileLimits = { readonly count: number; readonly bytesEach: number }

/** A file that came with a form. It lies in a temporary place until the request is answered: keep it elsewhere by then. */
export type SentFile = {
  /** The name of the input. */
  readonly field: string
  /** As its sender calls it, without folders. Text of a stranger: never a path. */
  readonly name: string
  /** Its size, or what was counted before the limit. */
  readonly bytes: number
  /** 64 hex digits of what was kept; '' where it was refused. */
  readonly sha256: string
  /** Where it lies; '' where it was refused. */
  readonly path: string
  /** Why it was let go as it came: larger than the route takes, or one more than it takes. */
  readonly refused: 'too-large' | 'too-many' | undefined
}

/** A form of several parts, as it came. `release` removes what lies in the temporary place. */
export type ReceivedParts = {
  readonly fields: URLSearchParams
  readonly files: readonly SentFile[]
  readonly release: () => Promise<void>
}

/** More was sent than any form of ours holds. */
export class FilesTooLarge extends Error {
  override readonly name = 'FilesTooLarge'
  readonly statusCode = 413
}

/** What came is not a form of parts, or ends too early. */
export class UnreadableParts extends Error {
  override readonly name = 'UnreadableParts'
  readonly statusCode = 400
}

/** Text beside the files: as much as a form without files may hold. */
const mostTextBytes = 1_000_000
const mostFields = 2000
/** Files beyond the count that are still read past, so that the page can say how many are too many. */
const spareFiles = 20

/**
 * Reads a form with files: text into fields, files into a temporary folder, never into memory. What is too large or one
 * too many is read past and marked, so that the page can say so and nothing that was typed is lost.
 *
 * @param keeps asked before each file with the fields that came before it; false: it is read past and not kept
 * @throws {FilesTooLarge} if the whole is beyond twice what the route takes, or does not say how long it is
 */
export async function receiveParts(
  request: FastifyRequest,
  limits: FileLimits,
  keeps: (fields: URLSearchParams) => boolean,
): Promise<ReceivedParts> {
  const { 'content-length': said, 'transfer-encoding': pieces } = request.headers
  const most = 2 * limits.count * limits.bytesEach + mostTextBytes
  if (said === undefined || pieces !== undefined || Number(said) > most) throw new FilesTooLarge('too much was sent')
  const folder = await mkdtemp(join(tmpdir(), 'sent-'))
  const release = () => rm(folder, { recursive: true, force: true })
  try {
    return { ...(await readParts(request, limits, folder, keeps)), release }
  } catch (error) {
    await release()
    const { code, statusCode } = error as { code?: string; statusCode?: number }
    // The parser's own complaints have neither; those of the disk have a code and are a fault of ours.
    throw code === undefined && statusCode === undefined ? new UnreadableParts(String(error)) : error
  }
}

async function readParts(
  request: FastifyRequest,
  limits: FileLimits,
  folder: string,
  keeps: (fields: URLSearchParams) => boolean,
): Promise<Omit<ReceivedParts, 'release'>> {
  const fields = new URLSearchParams()
  const files: SentFile[] = []
  let textBytes = 0
  // Inputs in which nothing was chosen count too: each place is written once.
  let inputs = 0
  const parts = request.parts({
    limits: {
      files: limits.count + spareFiles,
      // One more than allowed tells a file of exactly the limit from a longer one.
      fileSize: limits.bytesEach + 1,
      fieldSize: mostTextBytes,
      fields: mostFields,
      parts: mostFields + limits.count + spareFiles,
    },
  })
  for await (const part of parts) {
    if (part.type === 'field') {
      const value = typeof part.value === 'string' ? part.value : JSON.stringify(part.value)
      textBytes += part.fieldname.length + value.length
      if (part.valueTruncated || textBytes > mostTextBytes) throw new FilesTooLarge('too much text was sent')
      fields.append(part.fieldname, value)
      continue
    }
    const name = part.filename ?? ''
    const room = files.filter(({ refused }) => refused === undefined).length < limits.count
    const kept = room && keeps(fields)
    const read = await readFile(part.file, kept ? join(folder, String(inputs)) : undefined)
    inputs += 1
    // An input in which nothing was chosen comes as a file without name or content.
    if (name === '' && read.bytes === 0) continue
    const refused = read.bytes > limits.bytesEach ? 'too-large' : room ? undefined : 'too-many'
    const whole = refused === undefined && kept
    files.push({
      field: part.fieldname,
      name: tidyFileName(name),
      bytes: read.bytes,
      sha256: whole ? read.sha256 : '',
      path: whole ? read.path : '',
      refused,
    })
  }
  return { fields, files }
}

async function readFile(from: Readable, path: string | undefined) {
  const hash = createHash('sha256')
  const to = path === undefined ? undefined : createWriteStream(path, { flags: 'wx', mode: 0o600 })
  let bytes = 0
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      bytes += chunk.length
      hash.update(chunk)
      if (to?.write(chunk) === false) await once(to, 'drain')
    }
  } finally {
    if (to !== undefined) {
      to.end()
      if (!to.closed) await once(to, 'close')
    }
  }
  return { bytes, sha256: hash.digest('hex'), path: path ?? '' }
}
