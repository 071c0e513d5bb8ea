import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

/** The path of a Unix socket may have 107 bytes. */
const longestPath = 100

/** Whoever asks and then takes nothing for so long is let go. */
const longestPauseMilliseconds = 120_000

/** Where a service that has a directory open can be asked for its database. */
export const socketIn = (directory: string): string => join(directory, 'backup.socket')

/** The first line of an answer: how long the dump is that follows, or why there is none. */
type Head = { readonly bytes: number } | { readonly problem: string }

/**
 * Gives the database of a directory, as of the moment, to programs of the same user on this machine that ask for it:
 * through a socket that lies beside the database, with the rights of a file that only its owner may use. It can be asked
 * for nothing else, and writes nothing: whoever asks writes the file, with their own rights.
 *
 * Whoever holds the directory's lock calls it, so what lies there from a process that was killed is nobody's.
 *
 * @returns ends it, after a dump that is under way. Where there can be no socket, it does nothing
 */
export async function serveDumps(directory: string, dump: () => Promise<Uint8Array>): Promise<() => Promise<void>> {
  const path = socketIn(directory)
  if (Buffer.byteLength(path) > longestPath || process.platform === 'win32') return async () => undefined
  await rm(path, { force: true })
  const answering = new Set<Promise<void>>()
  const server = createServer((socket) => {
    const answer = answerWith(socket, dump).finally(() => answering.delete(answer))
    answering.add(answer)
  })
  server.unref()
  const failed = once(server, 'error')
  // The socket is made within this call, so it never has other rights than these.
  const before = process.umask(0o177)
  server.listen(path)
  process.umask(before)
  const listening = await Promise.race([once(server, 'listening').then(() => true), failed.then(() => false)])
  failed.catch(() => undefined)
  return async () => {
    if (!listening) return
    server.close()
    await Promise.all(answering)
  }
}

async function answerWith(socket: Socket, dump: () => Promise<Uint8Array>): Promise<void> {
  socket.on('error', () => undefined)
  socket.setTimeout(longestPauseMilliseconds, () => socket.destroy())
  try {
    const bytes = await dump()
    socket.write(headOf({ bytes: bytes.length }))
    socket.end(bytes)
  } catch (error) {
    socket.end(headOf({ problem: error instanceof Error ? error.message : String(error) }))
  }
  if (!socket.destroyed) await once(socket, 'close')
}

const headOf = (head: Head): string => `${JSON.stringify(head)}\n`

/**
 * Asks the process that has a directory open for its database.
 *
 * @returns undefined when nobody can be asked
 * @throws {Error} if it was not given whole
 */
export async function askForDump(directory: string): Promise<Uint8Array | undefined> {
  const socket = createConnection(socketIn(directory))
  try {
    await once(socket, 'connect')
  } catch {
    return undefined
  }
  const answer = await buffer(socket)
  const end = answer.indexOf('\n')
  const head =
    end < 0 ? { problem: 'it ended before it answered' } : (JSON.parse(answer.toString('utf8', 0, end)) as Head)
  if ('problem' in head) throw new Error(`the running service could not give its database: ${head.problem}`)
  const bytes = answer.subarray(end + 1)
  if (bytes.length !== head.bytes) throw new Error('the running service broke off while it gave its database')
  return bytes
}
