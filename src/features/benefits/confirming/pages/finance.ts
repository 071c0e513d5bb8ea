import { button, input } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type FinanceModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly typed: { readonly email: string; readonly name: string }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Who confirms figures for the finance of the council. */
export const financePage = (model: FinanceModel): Page => ({
  title: 'Who confirms for finance',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Who confirms for finance' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Who confirms for finance</h1>
<p class="govuk-body">Somebody in your council’s finance team, such as the section 151 officer, confirms actual benefits. They also confirm each return before it is sent. Nobody confirms what they wrote themselves.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${input({ id: 'name', name: 'name', label: { text: 'Name', classes: 'govuk-label--s' }, value: model.typed.name, autocomplete: 'off', errorMessage: errorAt(model.errors, 'name') })}
${input({ id: 'email', name: 'email', type: 'email', autocomplete: 'off', spellcheck: false, label: { text: 'Email address', classes: 'govuk-label--s' }, hint: { text: 'They are written to once, and sign in with it. They see these benefits and nothing else of the council' }, value: model.typed.email, errorMessage: errorAt(model.errors, 'email') })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
})
