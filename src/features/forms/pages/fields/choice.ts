import type { Option, QuestionOf } from '../../../../core/forms/index.ts'
import { checkboxes, radios, select } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import { type FieldOf, oneField, severalFields, shownList, shownText } from './field.ts'

const itemOf = ({ value, label, hint }: Option) => ({
  value,
  text: label,
  ...(hint !== undefined && { hint: { text: hint } }),
})

export const radiosField: FieldOf<QuestionOf<'radios'>> = (question, context) =>
  radios({
    ...severalFields(question, context),
    name: context.name,
    value: shownText(context, context.name),
    items: question.options.map(itemOf),
  })

export const yesNoField: FieldOf<QuestionOf<'yes-no'>> = (question, context) =>
  radios({
    ...severalFields(question, context),
    name: context.name,
    classes: 'govuk-radios--inline',
    value: shownText(context, context.name),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })

export const checkboxesField: FieldOf<QuestionOf<'checkboxes'>> = (question, context) =>
  checkboxes({
    ...severalFields(question, context),
    name: context.name,
    values: shownList(context, context.name),
    items: question.options.map(itemOf),
  })

export const selectField: FieldOf<QuestionOf<'select'>> = (question, context) =>
  select({
    ...oneField(question, context),
    value: shownText(context, context.name),
    items: [{ value: '', text: 'Choose one' }, ...question.options.map(({ value, label }) => ({ value, text: label }))],
  })

/** A long list that scripts make searchable. A body that is no longer offered stays chosen, and says so. */
export const authorityField: FieldOf<QuestionOf<'authority'>> = (question, context) => {
  const value = shownText(context, context.name)
  const offered = context.authorities.some((authority) => authority.value === value)
  const kept = value === '' || offered ? [] : [{ value, text: `${value} (not in the register today)` }]
  return select({
    ...oneField(question, context),
    value,
    attributes: { 'data-autocomplete': '' },
    items: [{ value: '', text: '' }, ...kept, ...context.authorities],
  })
}

/** What is agreed to, and the box to tick. */
export const declarationField: FieldOf<QuestionOf<'declaration'>> = (question, context) => {
  const box = checkboxes({
    ...severalFields(question, context),
    fieldset: { legend: { text: 'Declaration', classes: 'govuk-fieldset__legend--m' } },
    name: context.name,
    values: shownText(context, context.name) === 'yes' ? ['yes'] : [],
    items: [{ value: 'yes', text: question.label }],
  })
  return question.declaration === undefined ? box : html`${markdown(question.declaration)}${box}`
}
