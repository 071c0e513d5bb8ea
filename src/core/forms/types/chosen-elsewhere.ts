import type { Answered } from '../answers.ts'
import type { AuthorityQuestion } from '../definition.ts'
import type { Finding } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { asTyped, rawWords, typedLine } from './typed-text.ts'

const LONGEST_ID = 200

const findings = (value: Answered): readonly Finding[] =>
  typeof value === 'string' && value.length <= LONGEST_ID && !/\p{Cc}/u.test(value) && value.isWellFormed()
    ? []
    : [{ code: 'not-an-authority' }]

/** An answer that is the id of a body in the register. Whether it is there is for whoever keeps the register to say. */
export const authorityKind: QuestionKind<AuthorityQuestion> = {
  codes: ['not-an-authority'],
  draft: (_question, value) => findings(value),
  submission: () => [],
  read: (_question, fields, name) => typedLine(fields.text(name)),
  show: (_question, value, name) => ({ [name]: asTyped(value) }),
  words: (_question, value, nameOf) =>
    typeof value === 'string' ? [nameOf('authority', value) ?? value] : rawWords(value),
}
