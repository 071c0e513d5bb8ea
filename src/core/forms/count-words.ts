/**
 * How many words a text has: runs of characters that are not white space, which is the rule of the character count component
 * of govuk-frontend, so that the page and the server agree. A hyphenated word is one; a non-breaking space separates.
 *
 * @example countWords('Cynhwysol a thêg — dros-bawb') // => 5
 */
export function countWords(text: string): number {
  let words = 0
  for (const _ of text.matchAll(/\S+/g)) words += 1
  return words
}
