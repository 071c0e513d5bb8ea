import { table, warningText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'
import type { ForecastsOut } from '../forecasts-out.ts'

export type BenefitsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly linesHref: string
  readonly groupsHref: string
  readonly moneyHref: string
  /** How far forecasts of benefits were out in the fund; undefined where too little is known. */
  readonly forecasts: ForecastsOut | undefined
  /** None where there are not two options to compare. */
  readonly implied:
    | {
        readonly best: string
        readonly unit: string | undefined
        readonly rows: readonly {
          readonly title: string
          readonly presentValue: string
          readonly aYear: string
          readonly ofOne: string
        }[]
      }
    | undefined
  /** None before there is a group and the median income. */
  readonly distribution:
    | {
        readonly median: string
        readonly groups: readonly { readonly title: string; readonly income: string; readonly weight: string }[]
        readonly rows: readonly {
          readonly title: string
          readonly npsv: string
          readonly weighted: string
          readonly others: string
        }[]
        readonly overshared: readonly string[]
      }
    | undefined
}

/** Benefits without a price, and who gets those that have one. */
export const benefitsPage = (model: BenefitsModel): Page => ({
  title: 'Benefits: without a price, and for whom',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'Benefits' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Benefits: without a price, and for whom</h1>
<h2 class="govuk-heading-m">What benefits without a price would have to be worth</h2>
${
  model.implied === undefined
    ? html`<p class="govuk-body">There are not two options to compare yet. <a class="govuk-link" href="${model.linesHref}">Enter their costs and benefits</a> first.</p>`
    : impliedOf(model.implied)
}
<h2 class="govuk-heading-m">Who gets the benefits</h2>
${
  model.distribution === undefined
    ? html`<p class="govuk-body">To see benefits weighted by the incomes of those who get them, say <a class="govuk-link" href="${model.groupsHref}">who gets them</a> and the <a class="govuk-link" href="${model.moneyHref}">median income of the country</a>.</p>`
    : distributionOf(model.distribution)
}
${model.forecasts !== undefined && forecastsOf(model.forecasts)}`,
})

const forecastsOf = ({ fund, href, headings, rows }: ForecastsOut): SafeHtml => html`
<h2 class="govuk-heading-m" id="forecasts">How far forecasts of benefits were out</h2>
<p class="govuk-body">Councils with awards of ${fund} have said what their benefits came to, and their finance has confirmed it. Where outturns were less than 100% of what was forecast, yours may be too: lower benefits of that kind, or say why yours differ. Kinds with fewer outturns than can be learned from are not shown.</p>
${scrolling(
  'Outturn over central forecast',
  table({
    firstCellIsHeader: true,
    head: headings.map((text, at) => (at === 0 ? { text } : amount(text))),
    rows: rows.map((cells) => cells.map((text, at) => (at === 0 ? { text } : amount(text)))),
  }),
)}
<p class="govuk-body"><a class="govuk-link" href="${href}">Every outturn of which these are made</a></p>`

const amount = (text: string) => ({ text, format: 'numeric' })

const impliedOf = ({ best, unit, rows }: NonNullable<BenefitsModel['implied']>): SafeHtml => html`
<p class="govuk-body">“${best}” has the highest net present social value of what could be priced. Another option is only as good if its benefits without a price are worth this much more than those of “${best}” (Green Book 2026, paragraph 6.105).</p>
${scrolling(
  'What benefits without a price would have to be worth',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      amount('Each year, in pounds of the first'),
      ...(unit === undefined ? [] : [amount(`For each one (${unit})`)]),
      amount('All years, present value'),
    ],
    rows: rows.map((row) => [
      { text: row.title },
      amount(row.aYear),
      ...(unit === undefined ? [] : [amount(row.ofOne)]),
      amount(row.presentValue),
    ]),
  }),
)}`

const distributionOf = ({
  median,
  groups,
  rows,
  overshared,
}: NonNullable<BenefitsModel['distribution']>): SafeHtml => html`
<p class="govuk-body">A pound counts more for people with less income. Its weight is the median income of ${median} divided by their income, to the power of 1.3. Weighted values stand beside those that are not, never in their place (Green Book 2026, paragraphs 7.11 to 7.15).</p>
${overshared.length > 0 && warningText({ text: `More than all benefits were given to groups, so that these are not weighted: ${overshared.join(', ')}`, iconFallbackText: 'Warning' })}
${scrolling(
  'Weights of groups',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Group' }, amount('Median income'), amount('A pound counts')],
    rows: groups.map(({ title, income, weight }) => [{ text: title }, amount(income), amount(weight)]),
  }),
)}
${scrolling(
  'Net present social value with and without weights',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      amount('Net present social value'),
      amount('The same, weighted'),
      amount('Share of benefits that belongs to no group and is not weighted'),
    ],
    rows: rows.map((row) => [{ text: row.title }, amount(row.npsv), amount(row.weighted), amount(row.others)]),
  }),
)}`
