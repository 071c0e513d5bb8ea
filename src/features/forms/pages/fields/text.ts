import type { QuestionOf, TextQuestion } from '../../../../core/forms/index.ts'
import { characterCount, input, textarea } from '../../../../ui/components/index.ts'
import { type FieldOf, oneField, shownText } from './field.ts'

/** Words above which a box is made tall. */
const longWords = 200

export const longTextField: FieldOf<QuestionOf<'long-text'>> = (question, context) => {
  const { maxWords, max } = question
  const options = {
    ...oneField(question, context),
    value: shownText(context, context.name),
    rows: (maxWords ?? (max ?? 0) / 6) > longWords ? 12 : 6,
    spellcheck: true,
  }
  if (maxWords !== undefined) return characterCount({ ...options, maxwords: maxWords })
  return max === undefined ? textarea(options) : characterCount({ ...options, maxlength: max })
}

const kinds = {
  'short-text': {},
  email: { type: 'email', autocomplete: 'email', spellcheck: false },
  phone: { type: 'tel', autocomplete: 'tel', classes: 'govuk-input--width-20' },
  url: { type: 'url', autocomplete: 'url', spellcheck: false },
} as const

/** Text of one line: also email addresses, telephone numbers and web addresses. */
export const lineField: FieldOf<Exclude<TextQuestion, { readonly type: 'long-text' }>> = (question, context) =>
  input({
    ...oneField(question, context),
    ...kinds[question.type],
    ...(question.autocomplete !== undefined && { autocomplete: question.autocomplete }),
    value: shownText(context, context.name),
  })
