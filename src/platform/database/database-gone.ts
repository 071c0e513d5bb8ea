import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { hasCode } from './has-code.ts'

/** SQLSTATEs of a server that stops, crashed, is starting, or has no connection to spare. */
const goneStates: ReadonlySet<string> = new Set(['57P01', '57P02', '57P03', '53300'])

/** What the system says of a socket with nobody at the other end. */
const goneSockets: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What node-postgres says of a connection, without a code. */
const goneWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout)/

/**
 * Whether a statement failed because the database could not be reached, or went away meanwhile: nothing is wrong with what
 * was asked, and it may be asked again. It may have been done all the same, if the answer was lost on its way.
 */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code !== 'string') return goneWords.test(error.message)
  // Class 08 is of connections. A socket in the file system is not there while its server is not.
  return goneStates.has(code) || code.startsWith('08') || goneSockets.has(code) || isSocketMissing(error)
}

const isSocketMissing = (error: Error): boolean =>
  hasCode(error, 'ENOENT') && (error as { syscall?: string }).syscall === 'connect'

/** The server says that it is there and starts: after a crash it first reads what it had written. */
const starting = '57P03'

const lookEveryMilliseconds = 250
const mostLooks = 240

/** Waits while the server starts, for a minute at most: a program that is started with it must not give up before it. */
export async function waitWhileStarting(db: Database): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    try {
      await sql`select 1`.execute(db)
      return
    } catch (error) {
      if (!hasCode(error, starting) || looks === mostLooks) throw error
      await pause(lookEveryMilliseconds)
    }
  }
}
