import { moneyWords } from '../../../../core/forms/index.ts'
import { table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type ChartScale, illustrativeLabel, lineChart, scrolling } from '../../../../ui/patterns/index.ts'

export type ServiceModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** What business as usual is called. */
  readonly usual: string
  /** What is counted, at the head of its column. */
  readonly unit: string
  readonly rows: readonly {
    readonly year: string
    readonly from: string
    readonly demand: string
    readonly gross: string
    readonly income: string
    readonly net: string
    readonly unitCost: string
  }[]
  readonly chart:
    | {
        readonly points: readonly { readonly x: number; readonly y: number }[]
        readonly across: ChartScale
        readonly upwards: ChartScale
        readonly finding: string
      }
    | undefined
  readonly demandHref: string
  readonly linesHref: string
}

/** What the service delivers and costs, year by year. */
export const serviceByYearPage = (model: ServiceModel): Page => ({
  title: 'The service by year',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'The service by year' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">The service by year</h1>
<p class="govuk-body">Three years from the accounts, and what is to be expected if nothing changes, in the pounds of each year. Demand and past years are written under <a class="govuk-link" href="${model.demandHref}">Demand, cost and income by year</a>, costs to come as <a class="govuk-link" href="${model.linesHref}">lines</a> of “${model.usual}”.</p>
${
  model.chart !== undefined &&
  html`<p class="govuk-body">${model.chart.finding}</p>
${lineChart({
  id: 'unit-cost',
  title: 'Net cost per unit by year',
  description: model.chart.finding,
  scale: model.chart.across,
  axes: { across: 'financial year, by when it begins', upwards: 'net cost per unit, in the pounds of each year' },
  upwards: model.chart.upwards,
  upwardsText: moneyWords,
  lines: [{ label: 'Net cost per unit', points: model.chart.points }],
})}`
}
${scrolling(
  'The service by year',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Year' },
      { text: 'From' },
      ...[model.unit, 'Gross cost', 'Income', 'Net cost', 'Net cost per unit'].map(amount),
    ],
    rows: model.rows.map(({ year, from, demand, gross, income, net, unitCost }) => [
      { text: year },
      { text: from },
      ...[demand, gross, income, net, unitCost].map(amount),
    ]),
  }),
)}`,
})

const amount = (text: string) => ({ text, format: 'numeric' })
