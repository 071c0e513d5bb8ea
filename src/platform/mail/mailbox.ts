import type { ImapFlow } from 'imapflow'

/** A mailbox of its own for mail that comes in, as IMAP has it. */
export type MailboxSettings = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; false on this machine alone. */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  readonly folder: string
  /** Where mail goes that was taken; undefined: it stays, and is marked as read. */
  readonly takenFolder: string | undefined
}

/** Why nothing could be taken. */
export type MailboxProblem = 'unreachable' | 'not-trusted' | 'refused-sign-in' | 'no-folder'

/** Why nothing could be taken, with what the library said, for the log. */
export class MailboxFailed extends Error {
  override readonly name = 'MailboxFailed'
  readonly problem: MailboxProblem

  constructor(problem: MailboxProblem, cause: unknown) {
    super(`the mailbox could not be read: ${problem}`, { cause })
    this.problem = problem
  }
}

/** What was done with one mail. */
export type TakenMail = 'taken' | 'too-large'

type Taking = {
  readonly mostBytes: number
  /** How many at most in one go, so that a full mailbox does not hold a worker. */
  readonly most: number
  /** Takes one mail, for good. What it throws stops the rest, and the mail stays unread. */
  readonly take: (content: Uint8Array) => Promise<void>
}

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 10_000, socketTimeout: 60_000 }

/**
 * Takes the unread mails of a mailbox, the oldest first. Each is marked as read, and moved where that is asked for, once it
 * was taken: one that was taken when the connection broke comes again, so taking it twice must do no harm. One that is too
 * large is marked as read and flagged, and not fetched.
 *
 * @returns what was done with each
 * @throws {MailboxFailed} if the mailbox cannot be read
 * @see https://www.rfc-editor.org/rfc/rfc3501
 */
export async function takeMails(settings: MailboxSettings, taking: Taking): Promise<readonly TakenMail[]> {
  const client = await signIn(settings)
  try {
    const lock = await inFolder(client, settings)
    try {
      return await takeUnread(client, settings, taking)
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function signIn({ host, port, secure, user, password }: MailboxSettings): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow')
  const client = new Client({
    host,
    port,
    secure,
    // Of a server on this machine, what it offers is not believed either: there is no certificate for it.
    ...(!secure && { doSTARTTLS: false }),
    auth: { user, pass: password },
    // It writes what is said, and with it who reads the mailbox.
    logger: false,
    disableAutoIdle: true,
    ...timeouts,
  })
  // What breaks is also thrown by what was asked for at the time.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    client.close()
    throw new MailboxFailed(problemOf(error), error)
  }
  return client
}

const untrusted = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_)/

function problemOf(error: unknown): MailboxProblem {
  const { authenticationFailed, code } = error as { authenticationFailed?: boolean; code?: string }
  if (authenticationFailed === true) return 'refused-sign-in'
  return untrusted.test(code ?? '') ? 'not-trusted' : 'unreachable'
}

async function inFolder(client: ImapFlow, { folder, takenFolder }: MailboxSettings) {
  try {
    if (takenFolder !== undefined) await client.mailboxCreate(takenFolder)
    return await client.getMailboxLock(folder)
  } catch (error) {
    throw new MailboxFailed(client.usable ? 'no-folder' : 'unreachable', error)
  }
}

async function takeUnread(
  client: ImapFlow,
  { takenFolder }: MailboxSettings,
  { mostBytes, most, take }: Taking,
): Promise<readonly TakenMail[]> {
  const byUid = { uid: true } as const
  const found = await broken(client.search({ seen: false }, byUid))
  const done: TakenMail[] = []
  for (const uid of (found || []).slice(0, most)) {
    const one = String(uid)
    const known = await broken(client.fetchOne(one, { size: true }, byUid))
    if (known === false) continue
    const isLarge = (known.size ?? 0) > mostBytes
    if (!isLarge) {
      const mail = await broken(client.fetchOne(one, { source: true }, byUid))
      if (mail === false || mail.source === undefined) continue
      await take(mail.source)
    }
    await broken(client.messageFlagsAdd(one, isLarge ? ['\\Seen', '\\Flagged'] : ['\\Seen'], byUid))
    if (takenFolder !== undefined && !isLarge) await broken(client.messageMove(one, takenFolder, byUid))
    done.push(isLarge ? 'too-large' : 'taken')
  }
  return done
}

/** What the server was asked, or why it did not answer. */
async function broken<Of>(asked: Promise<Of>): Promise<Of> {
  try {
    return await asked
  } catch (error) {
    throw new MailboxFailed('unreachable', error)
  }
}
