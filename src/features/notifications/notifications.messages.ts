import { illustrativeWords } from '../../core/text/illustrative-words.ts'
import type { CalendarPart } from '../../platform/mail/mailer.ts'
import type { MailWords } from './notifications.store.ts'

const what: Readonly<Record<CalendarPart['method'], string>> = {
  REQUEST: 'The event in this email adds it to your calendar.',
  CANCEL: 'The event in this email takes it out of your calendar.',
}

/** What the text of a mail says of its event: not every carrier and mail program hands events on. */
export const eventText = (method: CalendarPart['method'], link: string): string =>
  `${what[method]} If your email shows none, open this page and sign in with the address of this email:\n${link}`

const mark = 'Illustrative'

/** What a message says that is about something made up. */
export const markedWords = ({ subject, body, calendar }: MailWords): MailWords => ({
  subject: `[${mark}] ${subject}`,
  body: `${illustrativeWords}\n\n${body}`,
  calendar,
})
