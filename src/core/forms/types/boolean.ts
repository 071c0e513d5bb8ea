import type { Answered } from '../answers.ts'
import type { DeclarationQuestion, YesNoQuestion } from '../definition.ts'
import type { Finding } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { textFindings } from './text.ts'
import { rawWords, typedLine } from './typed-text.ts'

function booleanKind<Of extends YesNoQuestion | DeclarationQuestion>(
  words: { readonly yes: string; readonly no: string },
  submission: (question: Of, value: Answered) => readonly Finding[],
): QuestionKind<Of> {
  return {
    codes: ['not-yes-or-no', 'too-long', 'control-characters', 'missing'],
    draft(_question, value) {
      if (typeof value === 'boolean') return []
      const long = typeof value === 'string' ? textFindings(value) : []
      return long.length > 0 ? long : [{ code: 'not-yes-or-no' }]
    },
    submission,
    read(_question, fields, name) {
      const typed = typedLine(fields.text(name))
      if (typed === 'yes' || typed === 'true') return true
      return typed === 'no' || typed === 'false' ? false : typed
    },
    show: (_question, value, name) => ({
      [name]: typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : '',
    }),
    words: (_question, value) => (typeof value === 'boolean' ? [value ? words.yes : words.no] : rawWords(value)),
  }
}

/** Posted as `yes` or `no`. */
export const yesNoKind = booleanKind<YesNoQuestion>({ yes: 'Yes', no: 'No' }, () => [])

/** A tick box posted as `yes`; a required one must be ticked. */
export const declarationKind = booleanKind<DeclarationQuestion>(
  { yes: 'Confirmed', no: 'Not confirmed' },
  (question, value) => (question.required && value !== true ? [{ code: 'missing' }] : []),
)
