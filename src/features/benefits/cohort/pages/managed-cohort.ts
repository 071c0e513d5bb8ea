import { numeric, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, statisticsRow } from '../../../../ui/patterns/index.ts'
import { figuresFrom, stackingTableOf, tableOf } from '../../pages/table-of.ts'
import type { ReturnRow } from '../../returning/pages/parts.ts'
import { type Learned, leading, learnedPart } from './cohort-parts.ts'

export type CohortRow = {
  readonly href: string
  readonly council: string
  readonly title: string
  readonly forecast: string
  readonly confirmed: string
  readonly unconfirmed: string
  readonly ratings: string
  readonly twice: number
  readonly goLive: string
  readonly next: string
}

export type ManagedCohortModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  /** Returns that are late or wait for the team, the longest due first. */
  readonly chase: readonly (ReturnRow & { readonly council: string })[]
  readonly awards: readonly CohortRow[]
  readonly yearHeadings: readonly string[]
  readonly years: readonly (readonly string[])[]
  readonly learned: Learned
  /** Pairs of benefits of different awards that may be one, and what is therefore left out of the sums. */
  readonly between: { readonly href: string; readonly pairs: number; readonly leftOut: readonly string[] }
  readonly fileHref: string
  /** Undefined while nothing is published. */
  readonly publicHref: string | undefined
}

/** The benefits of every award of a fund, for those who run it. */
export const managedCohortPage = (model: ManagedCohortModel): Page => ({
  title: 'Benefits of the awards',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'Benefits' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl">Benefits of the awards</h1>
${statisticsRow(model.statistics)}
<p class="govuk-hint">As the councils have them now, each thing counted once, as far as it is due to the awards, and forecasts less their adjustment for optimism.</p>
${
  model.chase.length === 0
    ? html`<p class="govuk-body">No return is to be chased or read.</p>`
    : stackingTableOf(
        'Returns to chase or read',
        ['Council', 'Return', 'Due', 'How far it is'],
        model.chase.map(({ council, href, title, due, state }) => [
          council,
          leading(href, title, `of ${council}`),
          due,
          tag(state),
        ]),
      )
}
${stackingTableOf(
  'Awards',
  [
    'Council and project',
    numeric('Forecast'),
    numeric('Confirmed'),
    numeric('Not confirmed yet'),
    'Delivery',
    'Counted twice within the award',
    'Go-live',
    'Next return',
  ],
  model.awards.map((row) => [
    html`${leading(row.href, row.council, '')}<br><span class="govuk-hint govuk-!-font-size-16 govuk-!-font-weight-regular">${row.title}</span>`,
    row.forecast,
    row.confirmed,
    row.unconfirmed,
    row.ratings,
    row.twice === 0 ? 'None' : `${row.twice} to look at`,
    row.goLive,
    row.next,
  ]),
)}
${betweenOf(model.between)}
${model.years.length > 0 && tableOf('Money by year', figuresFrom(1, model.yearHeadings), model.years)}
${learnedPart(model.learned)}
<p class="govuk-body"><a class="govuk-link" href="${model.fileHref}">Forecast against outturn of every benefit (CSV)</a></p>
${model.publicHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.publicHref}">What the public reads</a></p>`}`,
})

const betweenOf = ({ href, pairs, leftOut }: ManagedCohortModel['between']): SafeHtml | false =>
  pairs > 0 &&
  html`<h2 class="govuk-heading-m">Counted twice between awards</h2>
${leftOut.map((text) => html`<p class="govuk-body">${text}</p>`)}
<p class="govuk-body">${leading(href, pairs === 1 ? 'Look at the pair of benefits that may be one' : `Look at the ${pairs} pairs of benefits that may be one`, '')}</p>`
