/** What a page asked somebody to agree to. */
export type ReadStatement = {
  /** In which language they read it: a BCP 47 tag, such as `cy`. */
  readonly language: string
  readonly statement: string
}

/** What somebody agreed to. */
export type AgreedStatement = {
  /** In English, which is the language of the record. */
  readonly statement: string
  /** What they read, where that was something else; null where it was the same. */
  readonly read: ReadStatement | null
}

/**
 * What was agreed to by a form that carries the statement that its page showed. Both languages are said by the service: a
 * form only shows that nothing else was read.
 *
 * @param sent the statement in the form
 * @param shown what the page says now, in its language
 * @param statement the same in English
 * @returns undefined if something else was read
 * @example agreedStatement('I agree', { language: 'en-GB', statement: 'I agree' }, 'I agree') // => { statement: 'I agree', read: null }
 */
export function agreedStatement(sent: string, shown: ReadStatement, statement: string): AgreedStatement | undefined {
  if (sent !== shown.statement) return undefined
  return { statement, read: shown.statement === statement ? null : shown }
}

/**
 * What was agreed to, for people to read: in English, and under it as it was read.
 *
 * @example statementLines({ statement: 'I agree', read: { language: 'cy', statement: 'Cytunaf' } }) // => ['I agree', 'Cytunaf']
 */
export const statementLines = ({
  statement,
  read,
}: {
  readonly statement: string
  readonly read?: ReadStatement | null | undefined
}): readonly string[] => (read ? [statement, read.statement] : [statement])
