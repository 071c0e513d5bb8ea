import type { QuestionOf } from '../../../../core/forms/index.ts'
import { dateInput } from '../../../../ui/components/index.ts'
import { type FieldOf, severalFields, shownText } from './field.ts'

/** A day, month and year that people know. */
export const dateField: FieldOf<QuestionOf<'date'>> = (question, context) => {
  const { name, problems } = context
  const wholly = !['day', 'month', 'year'].some((part) => problems.has(`${name}-${part}`))
  const part = (key: 'day' | 'month' | 'year') => ({
    name: key,
    value: shownText(context, `${name}-${key}`),
    error: wholly ? undefined : problems.has(`${name}-${key}`),
  })
  return dateInput({
    ...severalFields(question, context),
    id: name,
    namePrefix: name,
    hint: { text: question.hint ?? 'For example, 27 3 2027' },
    items: [
      part('day'),
      { ...part('month'), classes: 'govuk-input--width-5 app-month', inputmode: 'text' },
      { ...part('year'), classes: 'govuk-input--width-4' },
    ],
  })
}
