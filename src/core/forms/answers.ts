import type { Json } from '../canonical/json.ts'

/**
 * Answers by question id. A question not answered has no key (null is read as that). A value that could not be understood is
 * kept as it was typed, so that nothing is lost: `'ten'` for a number, `{ day: '31', month: '2', year: '2014' }` for a date.
 */
export type Answers = { readonly [questionId: string]: Json }

/** A value that is an answer: see `isAnswered`. */
export type Answered = Exclude<Json, null>

/** The member of that name, or undefined. Safe for names such as `constructor`. */
export const memberOf = (object: { readonly [name: string]: Json }, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined

/** True when something was answered: blank text, null, an empty list, an object of blanks are not answers. `false` and 0 are. */
export function isAnswered(value: Json | undefined): value is Answered {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return /\S/.test(value)
  if (typeof value !== 'object') return true
  if (Array.isArray(value)) return value.length > 0
  return Object.values(value).some((part) => (typeof part === 'string' ? /\S/.test(part) : part !== null))
}

/** The answer to a question, or undefined when there is none. */
export function answerOf(answers: Answers, id: string): Answered | undefined {
  const value = memberOf(answers, id)
  return isAnswered(value) ? value : undefined
}
