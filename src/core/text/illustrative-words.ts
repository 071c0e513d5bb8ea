/** First in every email and document about something made up. */
export const illustrativeWords = 'Illustrative: made up to show how the service works.'

/** @example markedSubject(true, 'Received') // => '[Illustrative] Received' */
export const markedSubject = (illustrative: boolean, subject: string): string =>
  illustrative ? `[Illustrative] ${subject}` : subject
