import type { Json } from '../canonical/json.ts'
import type { Form, Question } from './definition.ts'
import { validateDraft } from './validate.ts'

/** Types between which an answer stays what it was. */
const families: readonly (readonly Question['type'][])[] = [
  ['short-text', 'long-text', 'email', 'phone', 'url'],
  ['whole-number', 'number', 'money', 'percentage'],
  ['radios', 'select'],
]

/** Whether answers of one type stay what they were as answers of the other. */
export const sameWay = (before: Question['type'], after: Question['type']): boolean =>
  before === after || families.some((family) => family.includes(before) && family.includes(after))

/** What of an answer's shape another version can contradict: an option, a column or a part that is not there. */
const shapeCodes: readonly string[] = ['not-an-option', 'not-an-item', 'not-a-list', 'not-yes-or-no', 'not-text']

/** Whether an answer has the shape that a question asks for, whatever conditions on other answers may hide it. */
export function takes({ showIf: _, ...question }: Question, value: Json): boolean {
  const alone: Form = { id: 'alone', title: '', pages: [{ id: 'alone', title: '', questions: [question as Question] }] }
  return !validateDraft(alone, { [question.id]: value }).some(({ code }) => shapeCodes.includes(code))
}
