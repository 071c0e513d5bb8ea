import { guarded, type Mailer } from './mailer.ts'
import { type NotifySettings, notifyMailer } from './notify-mailer.ts'
import { type SmtpSettings, smtpMailer } from './smtp-mailer.ts'

/** What carries mail. `outbox`: nothing leaves, and the stored rows are what can be read. */
export type MailSettings =
  | ({ readonly kind: 'smtp' } & SmtpSettings)
  | ({ readonly kind: 'notify' } & NotifySettings)
  | { readonly kind: 'outbox' }

const outboxMailer: Mailer = {
  kind: 'outbox',
  send: async ({ id }) => ({ ok: true, id }),
  close: () => undefined,
}

function carrierOf(settings: MailSettings, clock: () => Date): Mailer {
  if (settings.kind === 'smtp') return smtpMailer(settings)
  return settings.kind === 'notify' ? notifyMailer(settings, clock) : outboxMailer
}

/**
 * The mailer of these settings. Whatever the carrier, an address, subject or header that could start another header is
 * refused for good.
 *
 * @throws {RangeError} if a Notify key has not the shape of one
 */
export const openMailer = (settings: MailSettings, clock: () => Date): Mailer => guarded(carrierOf(settings, clock))
