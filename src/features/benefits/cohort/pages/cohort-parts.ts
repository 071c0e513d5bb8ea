import { html, type SafeHtml } from '../../../../ui/html.ts'
import { figuresFrom, tableOf } from '../../pages/table-of.ts'

export type Learned = {
  readonly sentence: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** How far forecasts were out. */
export const learnedPart = ({ sentence, headings, rows }: Learned): SafeHtml =>
  html`<h2 class="govuk-heading-m">How good the forecasts were</h2>
<p class="govuk-body">${sentence}</p>
${rows.length > 0 && tableOf('Outturn over central forecast, of benefits that are money', figuresFrom(1, headings), rows)}`

/** A figure that leads to the rows of which it is made. */
export const leading = (href: string, text: string, hidden: string): SafeHtml =>
  html`<a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden"> ${hidden}</span></a>`
