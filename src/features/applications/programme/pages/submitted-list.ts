import { input, select, summaryList, table, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  filter,
  illustrativeLabel,
  type PagerOptions,
  pager,
  scrolling,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

type Item = { readonly value: string; readonly text: string }

export type SubmittedListModel = {
  readonly fund: string
  readonly round: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly counts: { readonly drafts: number; readonly submitted: number; readonly withdrawn: number }
  /** How many applications the rules say what of; `drafts` undefined where no screener is asked. */
  readonly eligibility: readonly {
    readonly outcome: string
    readonly submitted: number
    readonly drafts: number | undefined
  }[]
  /** Names of authorities that have begun and not submitted. */
  readonly begun: readonly string[]
  readonly search: Readonly<Record<'query' | 'region' | 'kind' | 'outcome' | 'sort', string>>
  readonly regions: readonly Item[]
  readonly kinds: readonly Item[]
  readonly outcomes: readonly Item[]
  readonly sorts: readonly Item[]
  readonly rows: readonly {
    readonly reference: string
    readonly href: string
    readonly lead: string
    readonly region: string
    readonly kind: string
    readonly received: { readonly day: string; readonly clock: string }
    readonly outcome: string
    readonly partners: number
    /** That it came by email or on paper. */
    readonly keyed: string | undefined
    /** Whether its applicant says that it is not theirs. */
    readonly disowned: boolean
  }[]
  readonly total: number
  readonly pages: PagerOptions
  readonly action: string
  readonly csvHref: string
}

/** What was sent in to a round. Of drafts only their number and whose they are. */
export function submittedListPage(model: SubmittedListModel): Page {
  const { counts, rows, total, pages } = model
  return {
    title: 'Applications',
    wide: true,
    breadcrumbs: [...model.breadcrumbs, { text: 'Applications' }],
    main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${model.fund}: ${model.round}</span>
<h1 class="govuk-heading-xl">Applications</h1>
${statisticsRow([
  { value: counts.submitted, label: 'Submitted' },
  { value: counts.drafts, label: 'Being written' },
  { value: counts.withdrawn, label: 'Withdrawn' },
])}
${model.eligibility.length > 0 && eligibilityOf(model.eligibility)}
${filter({ action: model.action, fields: filterFields(model), clearHref: model.action })}
<h2 class="govuk-heading-m">${total} submitted ${total === 1 ? 'application' : 'applications'}${total === counts.submitted ? '' : ' that match'}</h2>
<p class="govuk-body"><a class="govuk-link" href="${model.csvHref}">Download all submitted answers (CSV)</a></p>
${rows.length > 0 && listOf(rows)}
${rows.length > 0 && pager(pages)}
<h2 class="govuk-heading-m">Begun and not submitted</h2>
${
  model.begun.length === 0
    ? html`<p class="govuk-body">Nobody is writing an application now.</p>`
    : html`<ul class="govuk-list">${model.begun.map((name) => html`<li>${name}</li>`)}</ul>`
}`,
  }
}

/** What the rules say of the applications. Of those being written only what the screener was told is looked at. */
function eligibilityOf(counts: SubmittedListModel['eligibility']): SafeHtml {
  const screened = counts.some(({ drafts }) => drafts !== undefined)
  return html`<section aria-labelledby="eligibility"><h2 class="govuk-heading-m" id="eligibility">What the eligibility rules say</h2>
${summaryList({
  rows: counts.map(({ outcome, submitted, drafts }) => ({
    key: { text: outcome },
    value: { text: `${submitted} submitted${drafts === undefined ? '' : `, ${drafts} being written`}` },
  })),
})}
${screened && html`<p class="govuk-body">Of applications being written, this goes by their answers to the eligibility check before the form.</p>`}</section>`
}

function filterFields({ search, regions, kinds, outcomes, sorts }: SubmittedListModel): SafeHtml {
  const choice = (name: 'region' | 'kind' | 'outcome' | 'sort', text: string, items: readonly Item[]) =>
    select({ name, id: name, label: { text }, items, value: search[name] })
  return html`${input({ name: 'query', label: { text: 'Authority or reference' }, value: search.query, classes: 'govuk-input--width-20' })}
${choice('region', 'Region', regions)}${choice('kind', 'Kind of authority', kinds)}${choice('outcome', 'Eligibility', outcomes)}${choice('sort', 'Sort by', sorts)}`
}

function listOf(rows: SubmittedListModel['rows']): SafeHtml {
  const grid = table({
    caption: 'Submitted applications',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      ...['Application', 'Kind and region', 'Received', 'Eligibility'].map((text) => ({ text })),
      { text: 'Partners', format: 'numeric' },
    ],
    rows: rows.map((row) => [
      {
        html: html`<a class="govuk-link" href="${row.href}">${row.reference}</a><br><span class="govuk-!-font-weight-regular">${row.lead}</span>`,
      },
      { html: html`${row.kind}<br>${row.region}` },
      {
        classes: 'app-whole',
        html: html`${row.received.day}<br>${row.received.clock}${row.keyed !== undefined && html`<div class="govuk-!-margin-top-1">${tag({ text: row.keyed, classes: 'govuk-tag--yellow' })}</div>`}${row.disowned && html`<div class="govuk-!-margin-top-1">${tag({ text: 'Disowned', classes: 'govuk-tag--red' })}</div><span class="govuk-hint govuk-!-font-size-16">The applicant says that it is not theirs</span>`}`,
      },
      { html: tag({ text: row.outcome, classes: 'govuk-tag--grey' }) },
      { text: row.partners, format: 'numeric' },
    ]),
  })
  return scrolling('Submitted applications', grid)
}
