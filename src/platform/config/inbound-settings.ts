import type { MailboxSettings } from '../mail/mailbox.ts'
import type { Settings } from './settings.ts'

/** The domain of addresses at which people answer by mail, and how such mail comes in. */
export type InboundSettings = {
  readonly domain: string
  /** Signs mail that is handed in; undefined where none is. */
  readonly secret: string | undefined
  /** Undefined where no mailbox is read. */
  readonly mailbox: MailboxSettings | undefined
}

/** What does not fit together in the settings of mail that comes in. */
export function inboundContradictions(given: Settings): readonly { readonly setting: string; readonly text: string }[] {
  const { INBOUND_MAIL_DOMAIN: domain, INBOUND_MAIL_SECRET: key, INBOUND_IMAP_URL: url } = given
  const problems: { readonly setting: string; readonly text: string }[] = []
  if (domain !== undefined && key === undefined && url === undefined)
    problems.push({
      setting: 'INBOUND_MAIL_SECRET',
      text: 'INBOUND_MAIL_SECRET or INBOUND_IMAP_URL must be set when INBOUND_MAIL_DOMAIN is: mail comes in one way or the other.',
    })
  if (url !== undefined && !isSafe(url))
    problems.push({
      setting: 'INBOUND_IMAP_URL',
      text: 'INBOUND_IMAP_URL must begin with imaps: only a server on the same machine is read without TLS.',
    })
  return problems
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const isSafe = (text: string): boolean => {
  const url = new URL(text)
  return url.protocol === 'imaps:' || loopback.test(url.hostname)
}

/** How mail comes in; undefined where it does not. */
export function inboundOf(given: Settings): InboundSettings | undefined {
  const { INBOUND_MAIL_DOMAIN: domain, INBOUND_MAIL_SECRET: key } = given
  return domain === undefined ? undefined : { domain, secret: key, mailbox: mailboxOf(given) }
}

function mailboxOf(given: Settings): MailboxSettings | undefined {
  if (given.INBOUND_IMAP_URL === undefined) return undefined
  const url = new URL(given.INBOUND_IMAP_URL)
  const secure = url.protocol === 'imaps:'
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    folder: given.INBOUND_IMAP_FOLDER ?? 'INBOX',
    takenFolder: given.INBOUND_IMAP_TAKEN_FOLDER,
  }
}
