import { button, input, radios } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { FormTyped } from '../create-form.ts'
import type { Start } from '../find-starts.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { FormFrame } from '../read-round-form.ts'
import { definitionField } from './definition.ts'
import { errorAt, managedForm } from './parts.ts'

export type NewFormModel = {
  readonly frame: FormFrame
  readonly starts: readonly Start[]
  readonly typed: FormTyped
  readonly problems: readonly ProblemWords[]
  readonly action: string
  readonly csrf: string
}

/** Where a form of the fund begins: a template, a copy, nothing, or JSON. */
export function newFormPage(model: NewFormModel): Page {
  const { frame, starts, typed, problems } = model
  return managedForm(frame, {
    title: 'Make a new form',
    problems,
    content: form(
      { action: model.action, csrf: model.csrf },
      html`${input({ name: 'name', label: { text: 'Name of the form', classes: 'govuk-label--s' }, hint: { text: 'Also its title for applicants, which can be changed later. “Expression of interest 2027”' }, value: typed.name, errorMessage: errorAt(problems, 'name') })}
${radios({
  name: 'purpose',
  fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
  value: typed.purpose,
  errorMessage: errorAt(problems, 'purpose'),
  items: [
    { value: 'expression-of-interest', text: 'Expression of interest' },
    { value: 'application', text: 'Full application' },
    {
      value: 'eligibility',
      text: 'Screener',
      hint: { text: 'Answered before anybody starts: rules, each with its clause, say whether they can apply' },
    },
  ],
})}
${radios({
  name: 'start',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What does it start as?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'You can change all of it before you publish it.' },
  value: typed.start,
  errorMessage: errorAt(problems, 'start'),
  items: [
    { value: 'blank', text: 'An empty form', hint: { text: 'One page without questions' } },
    ...starts.map(({ value, text, hint }) => ({ value, text, hint: { text: hint } })),
    {
      value: 'json',
      text: 'A definition in JSON',
      hint: { text: 'Of a form that was made elsewhere. Paste it below' },
    },
  ],
})}
${definitionField(typed.pasted, problems, 8)}
${button({ text: 'Make the form', preventDoubleClick: true })}`,
    ),
  })
}
