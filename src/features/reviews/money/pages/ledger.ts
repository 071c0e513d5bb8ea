import { shortPounds } from '../../../../core/text/short-pounds.ts'
import { table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, lineChart, scaleOfYears, scaleOver, scrolling } from '../../../../ui/patterns/index.ts'

export type LedgerModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** The option. */
  readonly title: string
  readonly rows: readonly {
    /** Where the line is written; undefined for what is worked out. */
    readonly href: string | undefined
    readonly title: string
    readonly what: string
    /** From the economic ledger to the financial one. */
    readonly cells: readonly string[]
  }[]
  readonly totals: readonly string[]
  readonly years: readonly {
    readonly year: string
    readonly economic: string
    readonly financial: string
    readonly soFar: string
    /** Against business as usual, so far; undefined of that itself. */
    readonly saved: string | undefined
  }[]
  /** The same as a picture. */
  readonly saved:
    | {
        readonly usual: string
        /** In words. */
        readonly finding: string
        readonly points: readonly { readonly x: number; readonly y: number }[]
      }
    | undefined
}

/** Both ledgers of an option, and how each line leads from one to the other. */
export const ledgerPage = ({ illustrative, breadcrumbs, title, rows, totals, years, saved }: LedgerModel): Page => ({
  title: `Ledgers of ${title}`,
  wide: true,
  breadcrumbs: [...breadcrumbs, { text: title }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${title}</span>From the economic to the financial case</h1>
<p class="govuk-body">Every line of the option in both ledgers, and what lies between them: the first five columns of money add up to the sixth. Costs are shown as negative amounts.</p>
${scrolling(
  'Both ledgers line by line',
  table({
    classes: 'app-compact',
    firstCellIsHeader: true,
    head: [
      { text: 'Line' },
      amount('Economic case: real and discounted'),
      amount('Discounting'),
      amount('In the accounts only'),
      amount('Not in the accounts'),
      amount('Prices'),
      amount('Financial case: nominal'),
    ],
    rows: [
      ...rows.map(({ href, title: line, what, cells }) => [
        {
          html: html`${href === undefined ? line : html`<a class="govuk-link" href="${href}">${line}</a>`}<br><span class="govuk-hint govuk-!-font-size-16">${what}</span>`,
        },
        ...cells.map(amount),
      ]),
      [{ text: 'All lines' }, ...totals.map((text) => ({ ...amount(text), classes: 'govuk-!-font-weight-bold' }))],
    ],
  }),
)}
<h2 class="govuk-heading-m">Year by year</h2>
${saved !== undefined && savedOf(saved)}
${scrolling(
  'Both ledgers year by year',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Year' },
      amount('Economic: pounds of the first year, not discounted'),
      amount('Financial: pounds paid'),
      amount('Financial, so far'),
      ...(saved === undefined ? [] : [amount('Saved so far against business as usual')]),
    ],
    rows: years.map(({ year, economic, financial, soFar, saved: against }) => [
      { text: year },
      amount(economic),
      amount(financial),
      amount(soFar),
      ...(against === undefined ? [] : [amount(against)]),
    ]),
  }),
)}`,
})

const amount = (text: string) => ({ text, format: 'numeric' })

const savedOf = ({ usual, finding, points }: NonNullable<LedgerModel['saved']>): SafeHtml => html`
<p class="govuk-body">${finding}</p>
${lineChart({
  id: 'saved',
  title: `Cash saved so far against “${usual}”`,
  description: finding,
  scale: scaleOfYears(points.map(({ x }) => x)),
  axes: { across: 'financial year, by when it begins', upwards: 'pounds paid, so far' },
  upwards: scaleOver([0, ...points.map(({ y }) => y)]),
  upwardsText: shortPounds,
  lines: [
    { label: 'Saved so far, in pounds paid', points },
    { label: usual, points: points.map(({ x }) => ({ x, y: 0 })) },
  ],
})}`
