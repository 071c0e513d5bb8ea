/** Somebody in a calendar event, by their address. */
export type CalendarPerson = { readonly name: string; readonly email: string }

/**
 * One event for the calendar of one person. `REQUEST` invites and, with a higher `sequence` and the same `uid`, changes;
 * `CANCEL` takes it out again.
 */
export type CalendarEvent = {
  readonly method: 'REQUEST' | 'CANCEL'
  /** Stays the same for ever; `name@host`. */
  readonly uid: string
  /** From 0, one more with each change. */
  readonly sequence: number
  readonly stampedAt: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly summary: string
  readonly description: string
  /** A room or a link. */
  readonly location: string
  readonly organiser: CalendarPerson
  readonly attendee: CalendarPerson
  /** What the attendee has said already; not yet anything unless told. */
  readonly answered?: 'ACCEPTED'
}

/** The most octets of a line, its end not counted. */
const MOST_OCTETS = 75

/** @example utc(new Date('2026-01-12T09:30:00Z')) // => '20260112T093000Z' */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Text as a value: what has a meaning there is escaped; no control character gets through. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\p{Cc}]/gu, ' ')

/** A parameter in quotes, in which no quote can stand. */
const quoted = (text: string): string => `"${text.replaceAll(/["\p{Cc}]/gu, ' ').trim()}"`

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** A line in pieces of at most 75 octets, each but the first begun by a space; no character is cut. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > MOST_OCTETS) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += more
  }
  return [...pieces, piece].join('\r\n')
}

/**
 * The event as iCalendar, for one attendee.
 *
 * @throws {RangeError} if an address or the uid could start another line or value
 * @see https://www.rfc-editor.org/rfc/rfc5545
 * @see https://www.rfc-editor.org/rfc/rfc5546
 */
export function calendarText(event: CalendarEvent): string {
  const { method, uid, organiser, attendee } = event
  for (const plain of [uid, organiser.email, attendee.email])
    if (!/^[^\s\p{Cc}:;,"\\]+@[^\s\p{Cc}:;,"\\]+$/u.test(plain)) throw new RangeError('an address is not one mailbox')
  const invites = method === 'REQUEST'
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Delivering Differently//Interviews//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `LOCATION:${escaped(event.location)}`,
    `STATUS:${invites ? 'CONFIRMED' : 'CANCELLED'}`,
    'TRANSP:OPAQUE',
    `ORGANIZER;CN=${quoted(organiser.name)}:mailto:${organiser.email}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${event.answered ?? 'NEEDS-ACTION'};RSVP=${invites && event.answered === undefined ? 'TRUE' : 'FALSE'};CN=${quoted(attendee.name)}:mailto:${attendee.email}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
