import { type InstalmentTyped, instalmentGrounds } from '../../../../core/support/index.ts'
import { button, fieldset, input, insetText, radios, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { dayFields } from '../../invoicing/pages/invoices.ts'
import { lineField } from '../grant-problems.messages.ts'
import { groundWords } from '../grants.messages.ts'

export type SetInstalmentsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly council: string
  readonly award: string
  readonly lines: readonly InstalmentTyped[]
  /** The number of the version in force; 0 for none. */
  readonly shown: number
  readonly reason: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Where the programme team says in which instalments a grant is paid. */
export const setInstalmentsPage = (model: SetInstalmentsModel): Page => ({
  title: 'Instalments',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Instalments' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.council}</span>Instalments</h1>
${insetText({ text: model.award })}
<p class="govuk-body">A line that is left blank is no instalment. What is claimed already stays.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('shown', model.shown)}
${model.lines.map((line, index) => lineFields(line, index + 1, model.errors))}
${model.shown > 0 && textarea({ id: 'reason', name: 'reason', label: { text: 'Why do the instalments change?', classes: 'govuk-label--s' }, hint: { text: 'The council reads it' }, rows: 3, value: model.reason, errorMessage: errorAt(model.errors, 'reason') })}
${button({ text: 'Save the instalments', preventDoubleClick: true })}`,
)}`,
})

function lineFields(
  { title, upon, due, pounds, condition }: InstalmentTyped,
  line: number,
  errors: readonly FieldText[],
): SafeHtml {
  const of = (field: string) => {
    const id = lineField(line, field)
    return { id, name: id, errorMessage: errorAt(errors, id) }
  }
  const { id: idPrefix, ...ground } = of('upon')
  const day = lineField(line, 'due')
  return fieldset({
    legend: { text: `Instalment ${line}`, classes: 'govuk-fieldset__legend--m' },
    html: html`${input({ ...of('title'), value: title, label: { text: 'What is it for?', classes: 'govuk-label--s' }, hint: { text: 'Such as “Business case approved”' } })}
${radios({ ...ground, idPrefix, classes: 'govuk-radios--inline govuk-radios--small', value: upon, fieldset: { legend: { text: 'When can it be claimed?', classes: 'govuk-fieldset__legend--s' } }, items: instalmentGrounds.map((value) => ({ value, text: groundWords[value] })) })}
${dayFields(day, day, 'What date is it due?', due, errorAt(errors, `${day}-day`))}
${input({ ...of('pounds'), value: pounds, label: { text: 'Amount', classes: 'govuk-label--s' }, prefix: { text: '£' }, classes: 'govuk-input--width-10', inputmode: 'decimal' })}
${textarea({ ...of('condition'), value: condition, label: { text: 'What has to be met before it is paid? (optional)', classes: 'govuk-label--s' }, rows: 4 })}`,
  })
}
