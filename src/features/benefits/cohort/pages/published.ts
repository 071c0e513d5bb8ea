import { numeric } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { figuresFrom, stackingTableOf, tableOf } from '../../pages/table-of.ts'
import { type Learned, leading, learnedPart } from './cohort-parts.ts'

export type PublishedModel = {
  readonly illustrative: boolean
  readonly fund: { readonly name: string; readonly href: string }
  readonly sentence: string
  readonly awards: readonly {
    readonly href: string
    readonly council: string
    readonly title: string
    readonly forecast: string
    readonly confirmed: string
    readonly asOf: string
  }[]
  readonly yearHeadings: readonly string[]
  readonly years: readonly (readonly string[])[]
  readonly learned: Learned
  /** What is counted once between awards, and what both count, in a sentence each. */
  readonly between: readonly string[]
  readonly fileHref: string
}

/** What the public reads of the benefits of a fund. */
export const publishedPage = (model: PublishedModel): Page => ({
  title: `What came of ${model.fund.name}`,
  description: model.sentence,
  wide: true,
  breadcrumbs: [{ text: model.fund.name, href: model.fund.href }, { text: 'What came of it' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl">What came of it</h1>
<p class="govuk-body-l">${model.sentence}</p>
<p class="govuk-body">These figures come from the latest return of each council that the programme team has published. What a council saved or gained appears once its finance team has confirmed it. Each benefit is counted once, and only the share that is due to the award. Forecasts are reduced to allow for optimism. Follow the figures of a council to the rows behind them.</p>
${stackingTableOf(
  'Councils',
  ['Council', 'Project', numeric('Forecast'), numeric('Confirmed'), 'As of'],
  model.awards.map((row) => [
    leading(row.href, row.council, ''),
    row.title,
    leading(`${row.href}#forecast-against-outturn`, row.forecast, `forecast of ${row.council}`),
    leading(`${row.href}#forecast-against-outturn`, row.confirmed, `confirmed by ${row.council}`),
    row.asOf,
  ]),
)}
${
  model.between.length > 0 &&
  html`<h2 class="govuk-heading-m">Counted once between councils</h2>
${model.between.map((text) => html`<p class="govuk-body">${text}</p>`)}`
}
${model.years.length > 0 && tableOf('Money by year', figuresFrom(1, model.yearHeadings), model.years)}
${learnedPart(model.learned)}
<p class="govuk-body"><a class="govuk-link" href="${model.fileHref}">Download the rows behind these figures (CSV)</a></p>`,
})
