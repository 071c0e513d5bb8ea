import type { RequestTyped } from '../../../../core/requests/index.ts'
import { button, checkboxes, input, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { dayField, errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type LogRequestModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly kinds: readonly { readonly value: string; readonly text: string; readonly due: string }[]
  readonly typed: RequestTyped
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Where a request that came is logged. */
export const logRequestPage = ({
  illustrative,
  breadcrumbs,
  kinds,
  typed,
  errors,
  action,
  csrf,
}: LogRequestModel): Page => ({
  title: 'Log a request',
  hasErrors: errors.length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Log a request' }],
  main: html`${problemSummary(errors)}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Log a request</h1>
${form(
  { action, csrf },
  html`${radios({
    idPrefix: 'kind',
    name: 'kind',
    fieldset: { legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorAt(errors, 'kind'),
    value: typed.kind,
    items: kinds.map(({ value, text, due }) => ({ value, text, hint: { text: due } })),
  })}
${dayField({ id: 'received', legend: 'When did it come?', hint: 'The day it reached the department, even if nobody worked on it', typed: typed.received, errors })}
${dayField({ id: 'named', legend: 'Day that was named (only for Parliament and the press)', hint: 'The day by which they want the answer', typed: typed.named, errors })}
${input({ id: 'from', name: 'from', label: { text: 'Who asks?', classes: 'govuk-label--s' }, hint: { text: 'An organisation or a role, such as “a resident” or “the Member for Exbridge”. Keep names and addresses of people in the mail system' }, value: typed.from, errorMessage: errorAt(errors, 'from') })}
${textarea({ id: 'text', name: 'text', label: { text: 'What is asked?', classes: 'govuk-label--s' }, rows: 6, value: typed.text, errorMessage: errorAt(errors, 'text') })}
${input({ id: 'applications', name: 'applications', label: { text: 'Applications that it is about (optional)', classes: 'govuk-label--s' }, hint: { text: 'Their references, with blanks between' }, spellcheck: false, value: typed.applications, errorMessage: errorAt(errors, 'applications') })}
${checkboxes({ name: 'decision', idPrefix: 'decision', values: typed.decision ? ['yes'] : [], items: [{ value: 'yes', text: 'It is about the decision of the round' }] })}
${button({ text: 'Log it', preventDoubleClick: true })}`,
)}`,
})
