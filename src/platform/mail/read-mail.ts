import PostalMime, { type Address, type Attachment, addressParser, type Email } from 'postal-mime'

/** A mail as it came in, as far as anything is made of it. */
export type ReceivedMail = {
  /** Without its angle brackets; '' where it has none. */
  readonly messageId: string
  /** The one address that it says it is from, in lower case; '' for none or several. */
  readonly from: string
  /** Every address that it was sent to, in lower case, by its headers. */
  readonly recipients: readonly string[]
  readonly text: string
  /** The iCalendar file in it; '' for none. */
  readonly calendar: string
  /** The names of the files that came with it, '' for one without a name. Pictures inside the text are none. */
  readonly files: readonly string[]
  /** Sent by a program and not by a person: an absence, a report of delivery, a list. */
  readonly automatic: boolean
}

/** Deeper and larger than mail of people is. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 200_000, attachmentEncoding: 'utf8' } as const

/**
 * Reads a mail (RFC 5322 with MIME).
 *
 * @param content the whole of it
 * @returns undefined for what cannot be read as one
 */
export async function readMail(content: Uint8Array): Promise<ReceivedMail | undefined> {
  let email: Email
  try {
    email = await PostalMime.parse(content, limits)
  } catch {
    return undefined
  }
  const header = (name: string): string =>
    email.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? ''
  // Several are a means of showing one and being another.
  const from = email.headers
    .filter(({ key }) => key === 'from')
    .flatMap(({ value }) => addressesIn(addressParser(value)))
  return {
    messageId: email.messageId?.trim().replace(/^<(.*)>$/, '$1') ?? '',
    from: from.length === 1 ? (from[0] ?? '') : '',
    recipients: addressesIn([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])]).concat(
      [email.deliveredTo ?? '', header('x-original-to'), header('envelope-to')].map(bare).filter((each) => each !== ''),
    ),
    text: email.text ?? plainOf(email.html ?? ''),
    calendar: calendarIn(email),
    files: email.attachments.filter(isFile).map(({ filename }) => filename?.trim() ?? ''),
    automatic: isAutomatic(email, header),
  }
}

const bare = (address: string): string =>
  address
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase()

const addressesIn = (addresses: readonly (Address | undefined)[]): readonly string[] =>
  addresses
    .flatMap((each) => each?.group?.map(({ address }) => bare(address ?? '')) ?? [bare(each?.address ?? '')])
    .filter((each) => each !== '')

/** @see https://www.rfc-editor.org/rfc/rfc3834 (and what programs do that are older than it) */
function isAutomatic(email: Email, header: (name: string) => string): boolean {
  const submitted = header('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(header('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress-reply', 'list-id'].some((name) => header(name) !== '') ||
    header('content-type').startsWith('multipart/report') ||
    email.returnPath?.trim() === '<>'
  )
}

const isCalendar = ({ mimeType }: Attachment): boolean => mimeType.toLowerCase() === 'text/calendar'

/** What somebody attached: no answer of a calendar, and no picture that the text shows, such as a logo below a name. */
const isFile = (attachment: Attachment): boolean =>
  !isCalendar(attachment) && attachment.related !== true && attachment.disposition !== 'inline'

function calendarIn({ attachments }: Email): string {
  const found = attachments.find(isCalendar)
  if (found === undefined) return ''
  return typeof found.content === 'string' ? found.content : new TextDecoder().decode(found.content)
}

/** The words of a mail that has HTML alone. It is read as text and never shown as HTML. */
const plainOf = (html: string): string =>
  html
    .replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<blockquote\b[\s\S]*?<\/blockquote>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/&lt;/g, '<')
    .replaceAll(/&gt;/g, '>')
    .replaceAll(/&quot;/g, '"')
    .replaceAll(/&#0?39;/g, "'")
    .replaceAll(/&amp;/g, '&')
