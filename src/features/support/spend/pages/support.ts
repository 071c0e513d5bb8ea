import { button } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  scaleAround,
  scrolling,
  stackedBars,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

/** A line of the spend picture, in words. */
export type SpendLine = {
  readonly name: string
  readonly note: string
  readonly href: string | undefined
  readonly whole: string
  readonly ordered: string
  readonly accepted: string
  readonly invoiced: string
  readonly paid: string
  readonly left: string
}

export type SupportModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly fund: string
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  readonly counts: string
  /** What the columns mean of a grant; '' where there is none. */
  readonly grants: string
  readonly awards: readonly SpendLine[]
  readonly lots: readonly SpendLine[]
  readonly chart:
    | {
        readonly parts: readonly string[]
        readonly mostPounds: number
        readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[]
        readonly tickText: (pounds: number) => string
      }
    | undefined
  readonly suppliersHref: string
  readonly csvHref: string
}

/** The support that a fund buys for those it awards, and what became of its money. */
export const supportPage = (model: SupportModel): Page => ({
  title: 'Support',
  breadcrumbs: [...model.breadcrumbs, { text: 'Support' }],
  wide: true,
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.fund}</span>Support</h1>
${statisticsRow(model.statistics)}
<p class="govuk-body">${model.counts}</p>
${button({ text: 'Lots and suppliers', href: model.suppliersHref, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">Awards</h2>
${model.grants !== '' && html`<p class="govuk-body">${model.grants}</p>`}
${model.awards.length === 0 ? html`<p class="govuk-body">No council has accepted an award yet. Support is ordered once one has.</p>` : spendTable('Spend by award', 'Council', model.awards, awardColumns)}
${model.chart !== undefined && chartOf(model.chart)}
${model.lots.length > 0 && html`<h2 class="govuk-heading-m">Lots</h2>${spendTable('Spend by lot', 'Lot', model.lots, lotColumns)}`}
<p class="govuk-body"><a class="govuk-link" href="${model.csvHref}">Download every order (CSV)</a></p>`,
})

/** What is paid stands out, and what is not ordered is blank. */
const shades = [1, 2, 0, 2, 0] as const

const chartOf = ({ parts, mostPounds, bars, tickText }: NonNullable<SupportModel['chart']>): SafeHtml =>
  html`<h3 class="govuk-heading-s">Where the money of each award is</h3>
${stackedBars({
  id: 'spend',
  title: 'Where the money of each award is',
  description: 'For each award, what is paid, invoiced, accepted, ordered and left. The table before says the same.',
  parts,
  shades,
  scale: scaleAround([0, mostPounds], 0, mostPounds),
  tickText,
  bars,
})}`

type Column = readonly [heading: string, of: keyof Omit<SpendLine, 'href'>]

/** A lot has no whole of which something is left. */
const lotColumns: readonly Column[] = [
  ['Ordered', 'ordered'],
  ['Accepted', 'accepted'],
  ['Invoiced', 'invoiced'],
  ['Paid', 'paid'],
]
const awardColumns: readonly Column[] = [['Whole', 'whole'], ...lotColumns, ['Not ordered', 'left']]

const spendTable = (label: string, name: string, lines: readonly SpendLine[], columns: readonly Column[]): SafeHtml =>
  scrolling(
    label,
    stackingTable({
      head: [{ text: name }, ...columns.map(([text]) => ({ text, format: 'numeric' }) as const)],
      rows: lines.map((line) => [
        {
          html: html`${line.href === undefined ? line.name : html`<a class="govuk-link" href="${line.href}">${line.name}</a>`}${line.note !== '' && html`<br><span class="govuk-hint govuk-!-font-size-16">${line.note}</span>`}`,
        },
        ...columns.map(([, of]) => ({ text: line[of], format: 'numeric' }) as const),
      ]),
    }),
  )
