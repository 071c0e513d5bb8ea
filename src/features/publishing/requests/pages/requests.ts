import { input, select, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  filter,
  illustrativeLabel,
  type PagerOptions,
  pager,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import type { RequestSearch } from '../requests.store.ts'

type Item = { readonly value: string; readonly text: string }
type Crumb = { readonly text: string; readonly href?: string }

export type RequestsModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly Crumb[]
  readonly counts: { readonly all: number; readonly open: number; readonly late: number; readonly matching: number }
  readonly search: RequestSearch
  readonly kinds: readonly Item[]
  readonly states: readonly Item[]
  readonly rows: readonly {
    readonly href: string
    readonly name: string
    readonly kind: string
    readonly from: string
    readonly due: string
    readonly owner: string
    readonly state: { readonly text: string; readonly colour: string }
    readonly late: boolean
    readonly published: boolean
  }[]
  readonly pages: PagerOptions
  readonly action: string
  /** Undefined for those who only read. */
  readonly logHref: string | undefined
  readonly csvHref: string
  readonly publicHref: string
}

/** The log of requests about a round: those to answer first, by when they are due. */
export const requestsPage = (model: RequestsModel): Page => {
  const { round, counts, search, kinds, states, rows } = model
  return {
    title: 'Requests for information',
    wide: true,
    breadcrumbs: [...model.breadcrumbs, { text: 'Requests for information' }],
    main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Requests for information</h1>
${statisticsRow([
  { value: counts.open, label: 'to answer' },
  { value: counts.late, label: 'late' },
  { value: counts.all, label: 'in all' },
])}
<ul class="govuk-list">
${model.logHref !== undefined && html`<li><a class="govuk-link" href="${model.logHref}">Log a request</a></li>`}
<li><a class="govuk-link" href="${model.csvHref}" download>Download these requests (CSV)</a></li>
<li><a class="govuk-link" href="${model.publicHref}">What is published</a></li>
</ul>
${filter({
  action: model.action,
  clearHref: model.action,
  fields: html`${input({ name: 'query', label: { text: 'Words, who asks or an application' }, value: search.query, classes: 'govuk-input--width-20' })}
${select({ id: 'kind', name: 'kind', label: { text: 'Kind' }, items: kinds, value: search.kind })}
${select({ id: 'state', name: 'state', label: { text: 'State' }, items: states, value: search.state })}`,
})}
<h2 class="govuk-heading-m">${counts.matching} ${counts.matching === 1 ? 'request' : 'requests'}${counts.matching === counts.all ? '' : ' that match'}</h2>
${rows.length > 0 && html`${list(rows)}${pager(model.pages)}`}`,
  }
}

const list = (rows: RequestsModel['rows']): SafeHtml =>
  scrolling(
    'Requests',
    stackingTable({
      caption: 'Requests about this round',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Request', 'Due', 'Answers for it', 'State'].map((text) => ({ text })),
      rows: rows.map((row) => [
        {
          html: html`<a class="govuk-link" href="${row.href}">${row.name}</a><br><span class="govuk-!-font-weight-regular">${row.kind}<br>${row.from}</span>`,
        },
        { text: row.due },
        { text: row.owner },
        {
          html: html`${tag({ text: row.state.text, classes: `govuk-tag--${row.state.colour}` })}${row.late && html`<br>${tag({ text: 'Late', classes: 'govuk-tag--red' })}`}${row.published && html`<br>${tag({ text: 'Published', classes: 'govuk-tag--blue' })}`}`,
        },
      ]),
    }),
  )
