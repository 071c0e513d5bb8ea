import type { AddressPart, QuestionOf } from '../../../../core/forms/index.ts'
import { fieldset, hint, input } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import { type FieldOf, helpOf, hintOf, shownText, titleOf } from './field.ts'

type Line = {
  readonly part: AddressPart
  readonly label: string
  readonly autocomplete: string
  readonly width?: string
}

const lines: readonly Line[] = [
  { part: 'line1', label: 'Address line 1', autocomplete: 'address-line1' },
  { part: 'line2', label: 'Address line 2 (optional)', autocomplete: 'address-line2' },
  { part: 'town', label: 'Town or city', autocomplete: 'address-level2', width: 'govuk-!-width-two-thirds' },
  { part: 'county', label: 'County (optional)', autocomplete: 'off', width: 'govuk-!-width-two-thirds' },
  { part: 'postcode', label: 'Postcode', autocomplete: 'postal-code', width: 'govuk-input--width-10' },
]

/** A UK postal address, each line with its own error. */
export const addressField: FieldOf<QuestionOf<'address'>> = (question, context) => {
  const { name, problems } = context
  const fields = lines.map(({ part, label, autocomplete, width }) => {
    const problem = problems.get(`${name}-${part}`) ?? (part === 'line1' ? problems.get(name) : undefined)
    return input({
      id: `${name}-${part}`,
      name: `${name}-${part}`,
      label: { text: label },
      autocomplete,
      classes: width,
      value: shownText(context, `${name}-${part}`),
      errorMessage: problem === undefined ? undefined : { text: problem },
    })
  })
  const help = hintOf(question)
  return fieldset({
    // Where a link to the question leads.
    attributes: { id: name },
    legend: titleOf(question, context, 'fieldset__legend'),
    describedBy: help && `${name}-hint`,
    html: html`${help && hint({ ...help, id: `${name}-hint` })}${helpOf(question)?.html}${fields}`,
  })
}
