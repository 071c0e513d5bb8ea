import { button } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../ui/patterns/index.ts'

export type RemoveEntryModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly itemName: string
  readonly title: string
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

/** Asks before an entry is taken out of its list. */
export const removeEntryPage = (model: RemoveEntryModel): Page => ({
  title: `Remove ${model.itemName}`,
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: `Remove ${model.itemName}` }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Remove “${model.title}”?</h1>
<p class="govuk-body">It no longer counts for anything. What it said stays in its history.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`<div class="govuk-button-group">${button({ text: 'Remove it', classes: 'govuk-button--warning', attributes: { id: 'remove' } })}
<a class="govuk-link" href="${model.backHref}">Keep it</a></div>`,
)}`,
})
