import { readReference } from '../text/reference.ts'

/** What somebody looks for. */
export type SearchWords = {
  /** As typed, on one line. Quotation marks keep words together, a hyphen before a word leaves it out. */
  readonly text: string
  /** The references of applications and reviews in it, as they are written. */
  readonly references: readonly string[]
}

/** So many characters are looked for; what is typed beyond is left out. */
export const longestSearch = 200

/** Of the shape of a reference, with whatever is typed between its parts or instead of a letter. */
const looksLikeReference = /[a-z]{2,8}[\s.–—-]*[\doqilzsgb]{4}[\s.–—-]*[\da-z]{4}[\s.–—-]*[\da-z]\b/gi

/**
 * What was typed, as words and as references, mistyped as people mistype them.
 *
 * @returns `undefined` when there is nothing to look for
 * @example readSearch(' dd-2O26-7K3F-W ') // => { text: 'dd-2O26-7K3F-W', references: ['DD-2026-7K3F-W'] }
 */
export function readSearch(typed: string): SearchWords | undefined {
  const text = typed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestSearch)
    .trim()
  if (text === '') return undefined
  const written = text.toUpperCase().split(' ')
  const meant = (text.match(looksLikeReference) ?? []).flatMap((each) => readReference(each) ?? [])
  return {
    text,
    references: [...new Set([...meant, ...written.filter((word) => /^[A-Z]{2,8}-[\dA-Z-]+$/.test(word))])],
  }
}
