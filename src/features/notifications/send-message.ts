import { Unavailable } from '../../core/errors.ts'
import { originForMail } from '../../platform/config/origin-for-mail.ts'
import type { AllowedHeader } from '../../platform/mail/mailer.ts'
import type { Services } from '../../platform/services.ts'
import { eventText } from './notifications.messages.ts'
import { eventPath } from './notifications.paths.ts'
import { markFailed, markSent, messageById, type StoredMessage } from './notifications.store.ts'

/** The text with the way to its event, if it has one. */
const textOf = ({ config }: Pick<Services, 'config'>, { id, body, calendar }: StoredMessage): string =>
  calendar === null ? body : `${body}\n\n${eventText(calendar.method, `${originForMail(config)}${eventPath(id)}`)}`

/**
 * Hands one stored message on. A message that is no longer waiting is left alone, so doing this twice sends it once
 * unless the carrier took it and the database then failed.
 *
 * @throws {Unavailable} if it may go through later: the job is then tried again
 */
export async function sendMessage(services: Services, id: string): Promise<void> {
  const { db, mailer, clock } = services
  const message = await messageById(db, id)
  if (message === undefined || message.state !== 'queued') return
  const sent = await mailer.send({
    id,
    to: message.recipient,
    subject: message.subject,
    text: textOf(services, message),
    calendar: message.calendar ?? undefined,
    headers: message.headers as Partial<Record<AllowedHeader, string>>,
  })
  if (sent.ok) return await markSent(db, id, mailer.kind === 'outbox' ? 'kept' : 'sent', sent.id, clock())
  await markFailed(db, id, sent.reason, !sent.retry)
  if (sent.retry) throw new Unavailable(`mail was not taken: ${sent.reason}`)
}
