/**
 * How many words a text has: runs of characters that are not white space, which is the rule of the character count component
 * of govuk-frontend for `maxwords`, so that the page and the server agree. A hyphenated word is one; a non-breaking space
 * separates. Goes through the text once and keeps nothing, since it is asked at every save.
 *
 * @example countWords('Cynhwysol a thêg — dros-bawb') // => 5
 */
export function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let index = 0; index < text.length; index += 1) {
    const space = isSpace(text.charCodeAt(index))
    if (inWord && space) words += 1
    inWord = !space
  }
  return inWord ? words + 1 : words
}

/** The white space of JavaScript's `\s`, by UTF-16 code unit. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code >= 0x2000 && code <= 0x200a) return true
  return MORE_SPACES.has(code)
}

const MORE_SPACES = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
