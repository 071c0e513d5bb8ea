import type { ComplaintCounts } from '../../../../core/complaints/index.ts'
import { tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  type PagerOptions,
  pager,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'

type Tag = { readonly text: string; readonly colour: string }

export type ComplaintsModel = {
  readonly round: RoundInFund
  readonly counts: ComplaintCounts
  readonly rows: readonly {
    readonly href: string
    readonly reference: string
    readonly organisation: string
    readonly madeOn: string
    readonly handler: string
    readonly replyBy: string
    readonly state: Tag
    readonly overdue: string
  }[]
  readonly pages: PagerOptions
  /** Undefined for those who may not change them. */
  readonly termsHref: string | undefined
}

/** The complaints of a round: how far each is, and what is late. */
export const complaintsPage = ({ round, counts, rows, pages, termsHref }: ComplaintsModel): Page => ({
  title: 'Complaints',
  wide: true,
  breadcrumbs: [...decisionsCrumbs(round), { text: 'Complaints' }],
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Complaints</h1>
${statisticsRow([
  { value: counts.received, label: 'received' },
  { value: counts.open, label: 'not replied to yet' },
  { value: counts.upheld + counts['partly-upheld'], label: 'upheld, if only in part' },
])}
${termsHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${termsHref}">On what terms applicants can complain</a></p>`}
${rows.length === 0 ? html`<p class="govuk-body">Nobody has complained.</p>` : html`${list(rows)}${pager(pages)}`}`,
})

const list = (rows: ComplaintsModel['rows']): SafeHtml =>
  scrolling(
    'Complaints',
    stackingTable({
      caption: 'Complaints about applications of this round',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Complaint', 'Made on', 'Looked at by', 'Reply by', 'State'].map((text) => ({ text })),
      rows: rows.map((row) => [
        {
          html: html`<a class="govuk-link" href="${row.href}">${row.reference}</a><br><span class="govuk-!-font-weight-regular">${row.organisation}</span>`,
        },
        { text: row.madeOn },
        { text: row.handler },
        { text: row.replyBy },
        {
          html: html`${tag({ text: row.state.text, classes: `govuk-tag--${row.state.colour}` })}${row.overdue !== '' && html`<br>${tag({ text: row.overdue, classes: 'govuk-tag--red' })}`}`,
        },
      ]),
    }),
  )
