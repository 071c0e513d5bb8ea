import { html, type SafeHtml } from '../../../ui/html.ts'
import { figuresFrom, tableOf } from './table-of.ts'

/** What was forecast of one benefit in each year, and what came of it, a row for a year. */
export type BenefitOutturn = { readonly benefit: string; readonly rows: readonly (readonly string[])[] }

/** Forecast against outturn: a table for each benefit, so that its name stands once over its years. */
export const outturnTables = (headings: readonly string[], outturns: readonly BenefitOutturn[]): SafeHtml =>
  html`<h2 class="govuk-heading-m" id="forecast-against-outturn">Forecast against outturn</h2>
${outturns.map(({ benefit, rows }) => tableOf(benefit, figuresFrom(1, headings), rows, 's'))}`
