import type { Json } from '../canonical/json.ts'

/**
 * Answers by question id. A question not answered has no key (null is read as that). A value that could not be understood is
 * kept as it was typed, so that nothing is lost: `'ten'` for a number, `{ day: '31', month: '2', year: '2014' }` for a date.
 */
export type Answers = { readonly [questionId: string]: Json }

/** The answer of one question, or undefined. Safe for ids such as `constructor`. */
export const answerOf = (answers: Answers, id: string): Json | undefined =>
  Object.hasOwn(answers, id) ? answers[id] : undefined

/** True when something was answered: blank text, an empty list or object, and null are not answers. `false` and 0 are. */
export function isAnswered(value: Json | undefined): value is Exclude<Json, null> {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return /\S/.test(value)
  if (typeof value !== 'object') return true
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0
}
