import type { Json } from '../../canonical/json.ts'
import type { Answered } from '../answers.ts'
import type { Question } from '../definition.ts'
import type { Reading } from '../expression.ts'
import type { PostedFields, ShownFields } from '../posted-fields.ts'
import type { Found, ProblemCode } from '../problem.ts'

/** Names for what an answer only holds the id of: authorities. */
export type NameOf = (type: 'authority', id: string) => string | undefined

/** All that the engine must know of one type of question. Methods, so that one table can hold every type. */
export type QuestionKind<Of extends Question> = {
  /** Every code that its checks can give. */
  readonly codes: readonly ProblemCode[]
  /** Of a question with several inputs, the first. */
  readonly firstInput?: 'day' | 'line1'
  /** What is wrong with an answer even in a draft: it is not of this type, is malformed or far too long. */
  draft(question: Of, value: Answered, reading: Reading): readonly Found[]
  /** What else is wrong when it is submitted. Asked only of an answer that `draft` accepts. */
  submission(question: Of, value: Answered, reading: Reading): readonly Found[]
  /** The answer in posted fields; what cannot be understood as it was typed; undefined when blank. */
  read(question: Of, fields: PostedFields, name: string): Json | undefined
  /** What to put in the inputs to show an answer; the inverse of `read`. */
  show(question: Of, value: Answered, name: string): ShownFields
  /** The answer in words, one string a line. Of an answer that cannot be understood, what was typed. */
  words(question: Of, value: Answered, nameOf: NameOf): readonly string[]
}

/** That a required question was not answered. */
export const missing = ({ firstInput }: Pick<QuestionKind<never>, 'firstInput'>): Found =>
  firstInput ? { code: 'missing', input: firstInput } : { code: 'missing' }
