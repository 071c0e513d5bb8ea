import type { Json } from '../canonical/json.ts'
import { type Answers, isAnswered } from './answers.ts'
import type { FormPage, Question } from './definition.ts'
import type { PostedFields, ShownFields } from './posted-fields.ts'
import { kindOf } from './types/every-kind.ts'

/**
 * The answer in posted fields, as canonical JSON: dates from `id-day`, `id-month` and `id-year`, money from `£1,234.56`, groups
 * from `id-0-child`. Never fails: what cannot be understood is kept as it was typed, for `validateDraft` to say so.
 *
 * @returns undefined when the question was left blank
 * @example readAnswer({ type: 'money', id: 'cost', label: 'Cost' }, fieldsOf({ cost: '£1,234.56' })) // => 1234.56
 */
export const readAnswer = (question: Question, fields: PostedFields): Json | undefined =>
  kindOf(question).read(question, fields, question.id)

/**
 * What to put in the inputs of a question, by input name: the inverse of `readAnswer`. A text for each input, '' when blank; for
 * checkboxes the values ticked; for yes or no and declarations `yes` or `no`.
 *
 * @example showAnswer({ type: 'date', id: 'start', label: 'Start' }, '2014-02-10') // => { 'start-day': '10', 'start-month': '2', 'start-year': '2014' }
 */
export const showAnswer = (question: Question, value: Json | undefined): ShownFields =>
  kindOf(question).show(question, isAnswered(value) ? value : '', question.id)

/**
 * The answers of a page as posted, put over the answers before: a question left blank loses its answer, other pages keep theirs.
 *
 * @param questions which of its questions were on the page when it was shown; a hidden question keeps its answer
 */
export function withPosted(before: Answers, fields: PostedFields, questions: FormPage['questions']): Answers {
  const posted = questions.map((question) => [question.id, readAnswer(question, fields)] as const)
  const after = { ...before, ...Object.fromEntries(posted) }
  return Object.fromEntries(Object.entries(after).filter(([, value]) => isAnswered(value))) as Answers
}
