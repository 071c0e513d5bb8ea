/** Sending one message, whatever carries it. Every message is a stored row before it comes here; a job sends it. */

/**
 * One message to one person.
 * - `id`: the stored row's id: the same on every attempt, so that a message sent twice can be known as one
 * - `text`: the whole message; `html`, if given, says the same
 * - `headers`: only those in `ALLOWED_HEADERS`
 * - `calendar`: an event that clients of mail offer to accept; Notify carries none, so that the text has a link to it
 */
export type Message = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  readonly headers?: Readonly<Partial<Record<AllowedHeader, string>>> | undefined
  readonly calendar?: CalendarPart | undefined
}

/** An event as iCalendar, with the method that it names. */
export type CalendarPart = { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string }

/**
 * How it went. `id` is the carrier's name for it. `retry`: the same message may go through later (the carrier was down or
 * busy, or is set up wrongly); without it, it never will (no such mailbox). `reason` is for the log and the admin page and
 * holds no secret.
 */
export type Sent =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly retry: boolean; readonly reason: string }

/** `send` answers and does not throw: what went wrong is in the answer. */
export type Mailer = {
  readonly kind: 'smtp' | 'notify' | 'outbox'
  send(message: Message): Promise<Sent>
  close(): void
}

/** The headers that a message may set besides its own. */
export const ALLOWED_HEADERS = [
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Id',
  'Auto-Submitted',
  'Reply-To',
  'Content-Language',
] as const

export type AllowedHeader = (typeof ALLOWED_HEADERS)[number]

/** One mailbox, without a display name: nothing in it can start another header, address or comment. */
const MAILBOX = /^[^\s\p{Cc}<>()[\],;:\\"@]{1,64}@[^\s\p{Cc}<>()[\],;:\\"@]{1,190}$/u

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/

/**
 * Why a message must not be given to any carrier: an address, subject or header that could become another header.
 *
 * @returns the reason, or `undefined` if it is safe
 */
export function unsafeMessage(message: Message): string | undefined {
  if (!MAILBOX.test(message.to)) return 'the address is not one mailbox'
  if (CONTROL.test(message.subject)) return 'the subject has a control character'
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    if (!ALLOWED_HEADERS.some((allowed) => allowed === name)) return `the header ${JSON.stringify(name)} is not allowed`
    if (CONTROL.test(value)) return `the header ${name} has a control character`
  }
  return undefined
}

/** A carrier that is given safe messages only. */
export function guarded(mailer: Mailer): Mailer {
  return {
    ...mailer,
    async send(message) {
      const reason = unsafeMessage(message)
      return reason === undefined ? mailer.send(message) : { ok: false, retry: false, reason }
    },
  }
}
