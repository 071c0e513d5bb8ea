import { Unavailable } from '../../core/errors.ts'
import { messageFacts } from '../../core/notifications/index.ts'
import { originForMail } from '../../platform/config/origin-for-mail.ts'
import { sayIn } from '../../platform/languages.ts'
import type { AllowedHeader } from '../../platform/mail/mailer.ts'
import type { Services } from '../../platform/services.ts'
import { choiceText } from './centre/centre.messages.ts'
import { stopToken } from './centre/stop-token.ts'
import { eventText } from './notifications.messages.ts'
import { eventPath, stopPath } from './notifications.paths.ts'
import { markFailed, markSent, messageById, type StoredMessage } from './notifications.store.ts'

/** The text in its language, with the way to its event, if it has one, and to fewer emails, if its reader can choose. */
function textOf({ config, languages }: Services, message: StoredMessage, stop?: string): string {
  const { id, body, calendar, language } = message
  const say = sayIn(languages, language)
  const event = calendar === null ? [] : [say(eventText)(calendar.method, originForMail(config) + eventPath(id))]
  return [body, ...event, ...(stop === undefined ? [] : [say(choiceText)(stop)])].join('\n\n')
}

/** The address that stops messages like this one; undefined for what cannot be turned off. */
function stopLink({ config, secretKey }: Services, { kind, personId }: StoredMessage): string | undefined {
  const { group, must } = messageFacts(kind)
  if (must || personId === null) return undefined
  return originForMail(config) + stopPath(stopToken({ personId, group }, secretKey))
}

/** One click, without opening a page: RFC 8058. */
const stopHeaders = (stop: string): Partial<Record<AllowedHeader, string>> => ({
  'List-Unsubscribe': `<${stop}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

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
  const stop = stopLink(services, message)
  const sent = await mailer.send({
    id,
    to: message.recipient,
    subject: message.subject,
    text: textOf(services, message, stop),
    calendar: message.calendar ?? undefined,
    headers: {
      ...(message.language === null ? {} : { 'Content-Language': message.language }),
      ...(stop === undefined ? {} : stopHeaders(stop)),
      ...message.headers,
    },
  })
  if (sent.ok) return await markSent(db, id, mailer.kind === 'outbox' ? 'kept' : 'sent', sent.id, clock())
  await markFailed(db, id, sent.reason, !sent.retry)
  if (sent.retry) throw new Unavailable(`mail was not taken: ${sent.reason}`)
}
