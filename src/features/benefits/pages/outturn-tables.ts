import { html, type SafeHtml } from '../../../ui/html.ts'
import { figuresFrom, tableOf } from './table-of.ts'

/** What was forecast of one benefit in each year, and what came of it, a row for a year. */
export type BenefitOutturn = {
  readonly benefit: string
  /** How much of it counts in the sums of money; '' where all of it does, or it is not money. */
  readonly counted: string
  readonly rows: readonly (readonly string[])[]
}

/** A row whose year stays on one line, however many figures stand beside it. */
const withWholeYear = ([year = '', ...figures]: readonly string[]): readonly (string | SafeHtml)[] => [
  html`<span class="app-whole">${year}</span>`,
  ...figures,
]

/** Forecast against outturn: a table for each benefit, so that its name stands once over its years. */
export const outturnTables = (headings: readonly string[], outturns: readonly BenefitOutturn[]): SafeHtml =>
  html`<h2 class="govuk-heading-m" id="forecast-against-outturn">Forecast against outturn</h2>
${outturns.length > 0 && html`<p class="govuk-body">Each table has the whole of a benefit. The sums above count the share of it that is due to the award.</p>`}
${outturns.map(({ benefit, counted, rows }) => html`${tableOf(benefit, figuresFrom(1, headings), rows.map(withWholeYear), 's')}${counted !== '' && html`<p class="govuk-body">${counted}</p>`}`)}`
