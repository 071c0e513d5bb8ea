/**
 * Two texts as one to start from: theirs, then mine; once only, if one already holds the other.
 *
 * @param between what stands between them: a blank line, or a space where there is one line
 * @example bothTexts('Costs rise.', 'Grants fall.', '\n\n') // => 'Costs rise.\n\nGrants fall.'
 */
export function bothTexts(theirs: string, mine: string, between: string): string {
  if (theirs.includes(mine)) return theirs
  if (mine.includes(theirs)) return mine
  return theirs + between + mine
}
