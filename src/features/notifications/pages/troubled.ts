import { button } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { type OutboxRow, stateTag } from './outbox.ts'

export type TroubledRow = Omit<OutboxRow, 'href'> & {
  readonly attempts: number
  readonly reason: string
  /** Where to send it again; undefined while it is still being tried, or when its text is gone. */
  readonly again: string | undefined
}

/** The e-mails that did not go out. */
export const troubledPage = (model: { readonly rows: readonly TroubledRow[]; readonly csrf: string }): Page => ({
  title: 'Email that did not go out',
  wide: true,
  main: html`<h1 class="govuk-heading-xl">Email that did not go out</h1>
<p class="govuk-body-l">Messages that were given up, and those that are being tried again.</p>
${model.rows.length === 0 ? html`<p class="govuk-body">Every message has gone out.</p>` : tableOf(model.rows, model.csrf)}`,
})

const tableOf = (
  rows: readonly TroubledRow[],
  csrf: string,
): SafeHtml => html`<div class="app-scroll" tabindex="0" role="region" aria-label="Messages that did not go out">
<table class="govuk-table">
<caption class="govuk-table__caption govuk-visually-hidden">Messages that did not go out, newest first</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">${[
  'Subject',
  'To',
  'Written',
  'State',
  'What went wrong',
  'Tried',
  'Action',
].map((heading) => html`<th scope="col" class="govuk-table__header">${heading}</th>`)}</tr></thead>
<tbody class="govuk-table__body">${rows.map((row) => rowOf(row, csrf))}</tbody></table></div>`

const rowOf = (row: TroubledRow, csrf: string): SafeHtml => html`<tr class="govuk-table__row">
<th scope="row" class="govuk-table__header">${row.subject}</th>
<td class="govuk-table__cell">${row.recipient}</td><td class="govuk-table__cell">${row.written}</td>
<td class="govuk-table__cell">${stateTag(row.state)}</td><td class="govuk-table__cell">${row.reason}</td>
<td class="govuk-table__cell">${row.attempts}</td>
<td class="govuk-table__cell">${
  row.again !== undefined &&
  form(
    { action: row.again, csrf },
    button({ text: 'Send again', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' }),
  )
}</td></tr>`
