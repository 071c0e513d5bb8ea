import { switchingHeadings } from '../../../../core/reviews/index.ts'
import { capital } from '../../../../core/text/capital.ts'
import { insetText, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'
import { type TradeModel, tradeOf } from './trade.ts'

export type SummaryRow = {
  readonly href: string
  readonly title: string
  /** Whether all others are measured against it. */
  readonly usual: boolean
  readonly costs: string
  readonly benefits: string
  readonly npsv: string
  readonly against: string
  readonly bcr: string
  readonly rpsc: string
  readonly annual: string
  readonly unit: string | undefined
  readonly financial: string
  readonly payback: string
  readonly risk: string
}

export type SummaryModel = {
  readonly finding: string
  /** Of options that have years without amounts. */
  readonly emptyYears: readonly string[]
  readonly from: number
  /** After the first. */
  readonly years: number
  readonly rates: string
  /** Whether years and rates were chosen, or are what is usual. */
  readonly said: boolean
  /** What is delivered, counted. */
  readonly unit: string | undefined
  readonly rows: readonly SummaryRow[]
  /** Net present social values under rates that the review does not rest on. */
  readonly otherRates: {
    readonly finding: string
    readonly headings: readonly string[]
    readonly rows: readonly { readonly title: string; readonly own: string; readonly others: readonly string[] }[]
  }
  readonly switching: readonly {
    readonly title: string
    readonly costsForZero: string
    readonly benefitsForZero: string
    readonly costsForEqual: string
    readonly benefitsForEqual: string
  }[]
}

export type AppraisalModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly linesHref: string
  readonly moneyHref: string
  /** None before business as usual has a line. */
  readonly summary: SummaryModel | undefined
  /** None before options were weighed and scored. */
  readonly trade: TradeModel | undefined
}

/** The appraisal summary table. */
export const appraisalPage = ({
  illustrative,
  breadcrumbs,
  linesHref,
  moneyHref,
  summary,
  trade,
}: AppraisalModel): Page => ({
  title: 'Appraisal summary',
  wide: true,
  breadcrumbs: [...breadcrumbs, { text: 'Appraisal summary' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Appraisal summary</h1>
${
  summary === undefined
    ? html`<p class="govuk-body">There is nothing to measure against yet. <a class="govuk-link" href="${linesHref}">Enter the costs of business as usual</a> first, then those of the other options.</p>`
    : summaryOf(summary, moneyHref)
}
${trade !== undefined && tradeOf(trade)}`,
})

const summaryOf = (summary: SummaryModel, moneyHref: string): SafeHtml => html`
${!summary.said && insetText({ html: html`The years and rates are those that are usual. <a class="govuk-link" href="${moneyHref}">Choose them</a>.` })}
<p class="govuk-body-l">${summary.finding}</p>
<p class="govuk-body">Year ${summary.from} and ${summary.years === 1 ? '1 year' : `${summary.years} years`} after it, by ${summary.rates}. What is in pounds of the first year is real and discounted; the financial case is nominal and undiscounted. Options are compared by net present social value, affordability and risk, not by a threshold of the benefit-cost ratio (Green Book 2026, paragraph 6.98).</p>
${summary.emptyYears.length > 0 && insetText({ text: `${summary.emptyYears.join(' ')} If that is not right, enter the amounts, or look at fewer years.` })}
<h2 class="govuk-heading-m">Economic case</h2>
${scrolling('Economic case', summaryTable(summary))}
<h2 class="govuk-heading-m">Financial case and risk</h2>
${scrolling('Financial case and risk', financialTable(summary))}
<h2 class="govuk-heading-m">What it would take to change the answer</h2>
<p class="govuk-body">By how much all costs, or all benefits, of one option would have to change while all else stays (Green Book 2026, paragraphs 6.103 and 6.104).</p>
${scrolling('Switching values', switchingTable(summary))}
<h2 class="govuk-heading-m">At other discount rates</h2>
<p class="govuk-body-l">${summary.otherRates.finding}</p>
<p class="govuk-body">A review of the discount rate recommended a standard rate of 3.0% in June 2026. It is not in force, so the appraisal does not rest on it. Beyond 50 years the Department for Transport asks for lower rates too, as a test of what the answer hangs on.</p>
${scrolling('Net present social value at other discount rates', otherRatesTable(summary))}`

const amount = (text: string) => ({ text, format: 'numeric' })

const summaryTable = ({ rows, unit }: SummaryModel): SafeHtml =>
  table({
    classes: 'app-compact',
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      amount('Present value of costs'),
      amount('Present value of benefits'),
      amount('Net present social value'),
      amount('Against business as usual'),
      amount('Benefit-cost ratio'),
      amount('Return on public sector cost'),
      amount('Equivalent annual cost'),
      ...(unit === undefined ? [] : [amount(`Cost of one (${unit})`)]),
    ],
    rows: rows.map((row) => [
      {
        html: html`<a class="govuk-link" href="${row.href}">${row.title}</a>${row.usual && html`<br><span class="govuk-hint govuk-!-font-size-16">Business as usual</span>`}`,
      },
      amount(row.costs),
      amount(row.benefits),
      amount(row.npsv),
      amount(row.against),
      amount(row.bcr),
      amount(row.rpsc),
      amount(row.annual),
      ...(unit === undefined ? [] : [amount(row.unit ?? '')]),
    ]),
  })

const otherRatesTable = ({ rates, otherRates: { headings, rows } }: SummaryModel): SafeHtml =>
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Option' }, amount(capital(rates)), ...headings.map(amount)],
    rows: rows.map(({ title, own, others }) => [{ text: title }, amount(own), ...others.map(amount)]),
  })

const financialTable = ({ rows }: SummaryModel): SafeHtml =>
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      amount('What the council pays and gets, all years'),
      amount('Pays for itself after'),
      amount('Expected cost of risks'),
    ],
    rows: rows.map((row) => [{ text: row.title }, amount(row.financial), amount(row.payback), amount(row.risk)]),
  })

const switchingTable = ({ switching }: SummaryModel): SafeHtml =>
  table({
    firstCellIsHeader: true,
    head: switchingHeadings.map((text) => ({ text })),
    rows: switching.map((row) => [
      { text: row.title },
      { text: row.costsForZero },
      { text: row.benefitsForZero },
      { text: row.costsForEqual },
      { text: row.benefitsForEqual },
    ]),
  })
