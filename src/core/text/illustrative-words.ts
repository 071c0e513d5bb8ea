/** First in every email and document about something made up. */
export const illustrativeWords = 'Illustrative: made up to show how the service works.'

/**
 * A name or title in data that goes to others, which is in English in every language.
 *
 * @example markedSubject(true, 'Received') // => '[Illustrative] Received'
 */
export const markedSubject = (illustrative: boolean, subject: string): string =>
  illustrative ? `[Illustrative] ${subject}` : subject
