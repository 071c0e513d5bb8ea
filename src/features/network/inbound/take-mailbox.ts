import { MailboxFailed, type TakenMail, takeMails } from '../../../platform/mail/mailbox.ts'
import type { Services } from '../../../platform/services.ts'
import { claimMailbox, freeMailbox, saveMailboxState } from './mailbox.store.ts'
import { mostMailBytes, receiveMail } from './receive-mail.ts'

/** So long one worker has the mailbox at most: if it ends before it says that it is done, another has it after that. */
const claimedMinutes = 10

/** So many mails are taken in one go; the rest in the next. */
const mostAtOnce = 100

/**
 * Takes the mail that came into the mailbox. One worker does at a time; another that comes meanwhile does nothing. A server
 * that is away or refuses us is noted for the page of the status and said once in the log, and asked again the next time.
 *
 * @returns what was done with each mail; undefined where another worker has the mailbox, or it cannot be read
 */
export async function takeMailbox(services: Services): Promise<readonly TakenMail[] | undefined> {
  const { db, clock, config, log } = services
  const mailbox = config.inbound?.mailbox
  if (mailbox === undefined) return undefined
  const at = clock()
  const until = new Date(at.getTime() + claimedMinutes * 60_000)
  if (!(await claimMailbox(db, at, until))) return undefined
  try {
    const take = async (content: Uint8Array): Promise<void> => {
      await receiveMail(services, { content, at: clock() })
    }
    const done = await takeMails(mailbox, { mostBytes: mostMailBytes, most: mostAtOnce, take })
    const before = await saveMailboxState(db, null, clock())
    if (before !== null) log.info({ host: mailbox.host, was: before }, 'the mailbox can be read again')
    const large = done.filter((each) => each === 'too-large').length
    if (large > 0) log.warn({ host: mailbox.host, mails: large }, 'mails are larger than is taken, and were flagged')
    return done
  } catch (error) {
    if (!(error instanceof MailboxFailed)) throw error
    const { problem } = error
    const before = await saveMailboxState(db, problem, clock())
    if (before !== problem) log.warn({ host: mailbox.host, problem, err: error }, 'the mailbox cannot be read')
    return undefined
  } finally {
    await freeMailbox(db, until, clock())
  }
}
