/** What somebody says to an event in their calendar. */
export type CalendarReply = {
  readonly uid: string
  /** Of whoever answers; in lower case. */
  readonly attendee: string
  readonly answer: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
}

type Property = { readonly name: string; readonly parameters: ReadonlyMap<string, string>; readonly value: string }

/** A line in its parts; undefined for what is none. A colon or a semicolon in quotes divides nothing. */
function propertyIn(line: string): Property | undefined {
  const pieces: readonly string[] = line.match(/(?:[^":;]|"[^"]*")+|[:;]/g) ?? []
  const colon = pieces.indexOf(':')
  const [name] = pieces
  if (name === undefined || colon < 1) return undefined
  const parameters = new Map<string, string>()
  for (const piece of pieces.slice(1, colon).filter((each) => each !== ';')) {
    const equals = piece.indexOf('=')
    if (equals > 0) parameters.set(piece.slice(0, equals).toUpperCase(), piece.slice(equals + 1).replaceAll('"', ''))
  }
  return { name: name.toUpperCase(), parameters, value: pieces.slice(colon + 1).join('') }
}

/**
 * The answer in an iCalendar file that a calendar sends: of `METHOD:REPLY`, with one event and one attendee.
 *
 * @returns undefined for what is no answer, or an answer of several
 * @see https://www.rfc-editor.org/rfc/rfc5546#section-3.2.3
 */
export function readCalendarReply(text: string): CalendarReply | undefined {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n')
  const properties = lines.flatMap((line) => propertyIn(line) ?? [])
  const only = (name: string): Property | undefined => {
    const found = properties.filter((property) => property.name === name)
    return found.length === 1 ? found[0] : undefined
  }
  const attendee = only('ATTENDEE')
  const uid = only('UID')?.value.trim()
  const answer = attendee?.parameters.get('PARTSTAT')?.toUpperCase()
  if (only('METHOD')?.value.trim().toUpperCase() !== 'REPLY' || attendee === undefined || uid === undefined)
    return undefined
  if (answer !== 'ACCEPTED' && answer !== 'DECLINED' && answer !== 'TENTATIVE') return undefined
  return {
    uid,
    attendee: attendee.value
      .trim()
      .replace(/^mailto:/i, '')
      .toLowerCase(),
    answer,
  }
}
