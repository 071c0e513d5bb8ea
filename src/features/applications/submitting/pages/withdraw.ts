import { button } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type WithdrawModel = {
  /** Whether the round is made up. */
  readonly illustrative: boolean
  readonly reference: string
  readonly deadline: string
  readonly action: string
  readonly back: string
  readonly csrf: string
  readonly problems: readonly { readonly text: string }[]
}

/** Asks once more before an application is taken back. */
export const withdrawPage = (model: WithdrawModel): Page => ({
  title: 'Withdraw the application',
  backLink: { href: model.back },
  hasErrors: model.problems.length > 0,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">Withdraw the application</h1>
<p class="govuk-body">The application will no longer count as submitted. Your answers stay as they are: you can change them and submit again until ${model.deadline}.</p>
<p class="govuk-body">If you do not submit again by then, your authority will not have applied.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`<div class="govuk-button-group">${button({ text: 'Withdraw the application', classes: 'govuk-button--warning' })}<a class="govuk-link" href="${model.back}">Cancel</a></div>`,
)}`,
})
