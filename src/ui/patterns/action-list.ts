import { html, type SafeHtml } from '../html.ts'

/** What can be done with something, in a row that breaks where it has to. */
export const actionList = (items: readonly SafeHtml[]): SafeHtml =>
  html`<ul class="govuk-summary-list__actions-list app-actions">${items.map((item) => html`<li class="govuk-summary-list__actions-list-item">${item}</li>`)}</ul>`
