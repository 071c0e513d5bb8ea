import type { Question } from './definition.ts'

/**
 * What a question is called in the middle of a sentence: its short name, or its label with a small first letter, or, when the
 * label asks something, says “I” or is long, the label in quotation marks.
 *
 * @example nameInSentence({ type: 'email', id: 'e', label: 'Email address' }) // => 'email address'
 * @example nameInSentence({ type: 'url', id: 'u', label: 'URL of the plan' }) // => 'URL of the plan'
 * @example nameInSentence({ type: 'long-text', id: 'd', label: 'Why change?' }) // => '“Why change?”'
 * @example nameInSentence({ label: 'I confirm' }) // => '“I confirm”'
 */
export function nameInSentence({
  shortName,
  label,
}: Pick<Question, 'label'> & { readonly shortName?: string }): string {
  if (shortName) return shortName
  const text = label.trim()
  if (/[?.!:]|^I\b/.test(text) || text.length > 60) return quoted(text)
  return withSmallStart(text)
}

/** How English names begin that have their article, or are a clause that takes none. Forms are in English in every language. */
const determined =
  /^(?:the|an?|this|that|these|those|each|every|any|anything|another|some|all|no|one|at|your|our|my|its|their|his|her|how|wh(?:at|en|ere|ether|ich|o|om|ose|y)|with|by|until|from|if)\b/i

/** First words of short names of the service itself that take no article, here in the language of the program. */
const firstWords = 'what when where whether which who whom whose with the your how that'

/** Whether a name begins with its article, or is a clause. */
function isDetermined(name: string): boolean {
  const [first = ''] = name.split(' ')
  return determined.test(name) || firstWords.split(' ').includes(first)
}

/**
 * What is asked for, as it follows “Enter” or “Select”: a name that begins with a noun gets its article.
 *
 * @example withArticle('definition') // => 'the definition'
 * @example withArticle('what they said') // => 'what they said'
 * @example withArticle('“Why change?”') // => '“Why change?”'
 */
export const withArticle = (name: string): string => (isDetermined(name) || name.startsWith('“') ? name : `the ${name}`)

/** @example quoted('Why?') // => '“Why?”' */
export const quoted = (text: string): string => `“${text}”`

/** A sentence starts with a capital. @example withCapital('name of sponsor') // => 'Name of sponsor' */
export function withCapital(text: string): string {
  const first = firstCharacter(text)
  return first.toUpperCase() + text.slice(first.length)
}

/** Initials keep their capitals: the second letter tells. */
function withSmallStart(text: string): string {
  const first = firstCharacter(text)
  const second = firstCharacter(text.slice(first.length))
  return /[\p{Lu}\p{N}]/u.test(second) ? text : first.toLowerCase() + text.slice(first.length)
}

const firstCharacter = (text: string): string => String.fromCodePoint(...[text.codePointAt(0) ?? []].flat())
