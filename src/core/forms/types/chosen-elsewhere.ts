import type { Answered } from '../answers.ts'
import type { AuthorityQuestion, FileQuestion } from '../definition.ts'
import type { Finding } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { asTyped, rawWords, typedLine } from './typed-text.ts'

const LONGEST_ID = 200

/** An answer that is the id of something kept elsewhere. Whether it is there is for whoever keeps it to say. */
function chosenElsewhereKind<Of extends AuthorityQuestion | FileQuestion>(
  type: Of['type'],
  code: 'not-an-authority' | 'not-a-file',
): QuestionKind<Of> {
  const findings = (value: Answered): readonly Finding[] =>
    typeof value === 'string' && value.length <= LONGEST_ID && !/\p{Cc}/u.test(value) && value.isWellFormed()
      ? []
      : [{ code }]
  return {
    codes: [code],
    draft: (_question, value) => findings(value),
    submission: () => [],
    read: (_question, fields, name) => typedLine(fields.text(name)),
    show: (_question, value, name) => ({ [name]: asTyped(value) }),
    words: (_question, value, nameOf) => (typeof value === 'string' ? [nameOf(type, value) ?? value] : rawWords(value)),
  }
}

export const authorityKind = chosenElsewhereKind<AuthorityQuestion>('authority', 'not-an-authority')
export const fileKind = chosenElsewhereKind<FileQuestion>('file', 'not-a-file')
