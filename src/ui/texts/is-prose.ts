import { hasWords } from './html-texts.ts'

/** Class names, addresses, patterns and the like: made for programs, whatever letters they have. */
const forPrograms = [
  /<\/?[a-z{]/,
  /(?:^|\s)(?:govuk|app)-/,
  /^(?:\/|#\w|\.\S|https?:|mailto:|data:|urn:|\w+\()/,
  /^[A-Z]{2,}(?:[ _-][A-Z]+)*$/,
  /^[A-Z][\w-]*(?:[/_]\w|-[A-Z\d])[\w/-]*$/,
  /^(?:text|application|image|multipart)\//,
  /^[\w-]+="/,
  /\w\[[\w-]+[\]=]/,
  /^[a-z-]+\.[a-z-]+(?: or [a-z-]+\.[a-z-]+)*$/,
  /^(?:select|insert|update|delete|with|create|alter) .*\b(?:from|into|set|as|table)\b/s,
]

const severalWords = /\p{L}+[,.;:’]?\s+[\p{L}£‘“(]/u
/** The text for one, beside that for several. */
const countsOne = /^1 \p{L}{3,}$/u
const beginsSentence = /^(?:[A-Z][\p{Ll}’'\s]|[‘“(]\p{L})/u

/**
 * Whether a string is written for people: it has several words, or one that begins as a sentence does. One word in small
 * letters is taken for a code unless it stands where only texts do.
 *
 * @param isAmongWords it stands where only texts do, such as in a sentence
 * @example isProse('Not due yet', false) // true
 * @example isProse('not-due', false) // false
 */
export function isProse(english: string, isAmongWords: boolean): boolean {
  if (!hasWords(english) || forPrograms.some((pattern) => pattern.test(english))) return false
  const bare = english.replace(/\{\d+\}/g, '').trim()
  if (isAmongWords) return !/^[a-z\d.][\w.]*[-_/=][\w-]*$|^[a-z]+[A-Z]/.test(bare)
  if (severalWords.test(bare) || countsOne.test(bare)) return true
  if (beginsSentence.test(bare)) return !/^[A-Z][a-z]+[A-Z]/.test(bare)
  return bare !== english && /(?:^|\s)\p{L}{2,}(?:\s|$)/u.test(bare) && /\s/.test(english)
}
