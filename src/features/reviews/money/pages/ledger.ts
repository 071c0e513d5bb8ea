import { table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

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
  }[]
}

/** Both ledgers of an option, and how each line leads from one to the other. */
export const ledgerPage = ({ illustrative, breadcrumbs, title, rows, totals, years }: LedgerModel): Page => ({
  title: `Ledgers of ${title}`,
  wide: true,
  breadcrumbs: [...breadcrumbs, { text: title }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${title}</span>From the economic to the financial case</h1>
<p class="govuk-body">Every line of the option in both ledgers, and what lies between them: the first five columns of money add up to the sixth. Costs are below nothing.</p>
${scrolling(
  'Both ledgers line by line',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Line' },
      { text: 'What it is' },
      amount('Economic case: real and discounted'),
      amount('Discounting'),
      amount('In the accounts only'),
      amount('Not in the accounts'),
      amount('Prices'),
      amount('Financial case: nominal'),
    ],
    rows: [
      ...rows.map(({ href, title: line, what, cells }) => [
        href === undefined ? { text: line } : { html: html`<a class="govuk-link" href="${href}">${line}</a>` },
        { text: what },
        ...cells.map(amount),
      ]),
      [
        { text: 'All lines' },
        { text: '' },
        ...totals.map((text) => ({ ...amount(text), classes: 'govuk-!-font-weight-bold' })),
      ],
    ],
  }),
)}
<h2 class="govuk-heading-m">Year by year</h2>
${scrolling(
  'Both ledgers year by year',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Year' },
      amount('Economic: pounds of the first year, not discounted'),
      amount('Financial: pounds paid'),
      amount('Financial, so far'),
    ],
    rows: years.map(({ year, economic, financial, soFar }) => [
      { text: year },
      amount(economic),
      amount(financial),
      amount(soFar),
    ]),
  }),
)}`,
})

const amount = (text: string) => ({ text, format: 'numeric' })
