import type { NumberQuestion } from '../../../../core/forms/index.ts'
import { input } from '../../../../ui/components/index.ts'
import { type FieldOf, oneField, shownText } from './field.ts'

const affixes = {
  'whole-number': {},
  number: {},
  money: { prefix: '£' },
  percentage: { suffix: '%' },
} as const

/** Numbers of every kind. Typed as text, since a number input scrolls answers away. */
export const numberField: FieldOf<NumberQuestion> = (question, context) => {
  const { prefix, suffix } = { ...affixes[question.type], ...question } as { prefix?: string; suffix?: string }
  return input({
    ...oneField(question, context),
    value: shownText(context, context.name),
    classes: 'govuk-input--width-10',
    inputmode: question.type === 'whole-number' ? 'numeric' : 'decimal',
    spellcheck: false,
    ...(prefix !== undefined && { prefix: { text: prefix } }),
    ...(suffix !== undefined && { suffix: { text: suffix } }),
  })
}
