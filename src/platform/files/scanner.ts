import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { Unavailable } from '../../core/errors.ts'

/** What a scanner says of content. */
export type ScanResult = { readonly clean: true } | { readonly clean: false; readonly virus: string }

/**
 * Looks for viruses in a stream, to its end or to the first that it finds.
 *
 * @throws {Unavailable} if the scanner cannot be asked or does not know
 */
export type Scanner = (content: Readable) => Promise<ScanResult>

/** Where clamd listens: a socket of this machine, or a port. */
export type ScannerSettings = { readonly path: string } | { readonly host: string; readonly port: number }

/** Without a word for so long, it is taken to be gone: a scan of a large archive takes some seconds. */
const silenceMilliseconds = 120_000

/**
 * Asks clamd, the daemon of ClamAV: the content is sent in pieces, each after its length; an empty piece ends it.
 *
 * @see clamd(8), INSTREAM, and `StreamMaxLength` in clamd.conf(5), which must not be less than the largest file taken
 */
export const clamdScanner =
  (settings: ScannerSettings): Scanner =>
  async (content) => {
    const socket = connect('path' in settings ? { path: settings.path } : settings)
    socket.setTimeout(silenceMilliseconds, () => socket.destroy(new Error('clamd does not answer')))
    const reply = readReply(socket)
    // Answered below; what it is rejected with meanwhile is not a fault of nobody's.
    reply.catch(() => {})
    try {
      await once(socket, 'connect')
      // It may answer, and hang up, before it has had everything.
      await Promise.race([sendAll(socket, content), reply])
      return resultOf(await reply)
    } catch (error) {
      throw error instanceof Unavailable ? error : new Unavailable('virus scanner', { cause: error })
    } finally {
      content.destroy()
      socket.destroy()
    }
  }

async function sendAll(socket: Socket, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (chunk.length === 0) continue
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await once(socket, 'drain')
  }
  socket.write(Buffer.alloc(4))
}

async function readReply(socket: Socket): Promise<string> {
  let said = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    said += chunk.toString('latin1')
    const end = said.indexOf('\0')
    if (end >= 0) return said.slice(0, end)
  }
  throw new Error('clamd hung up without an answer')
}

function resultOf(reply: string): ScanResult {
  if (reply === 'stream: OK') return { clean: true }
  const virus = /^stream: (.+) FOUND$/.exec(reply)?.[1]
  if (virus !== undefined) return { clean: false, virus }
  throw new Unavailable(`clamd answered ${reply.slice(0, 200)}`)
}
