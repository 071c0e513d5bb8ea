import { button, details, insetText, tag, warningText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  type PagerOptions,
  pager,
  problemSummary,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'
import { type RefusedBy, refusedPart } from '../../../funds/index.ts'

/** One application of the proposal, in words. */
export type ShortlistRow = {
  readonly reference: string
  readonly lead: string
  /** Undefined when it is frozen, or not theirs to decide. */
  readonly href: string | undefined
  readonly rank: string
  readonly mean: string
  readonly estimate: string
  readonly chance: string
  readonly band: string
  readonly bandColour: string
  readonly missed: readonly string[]
  readonly proposed: boolean
  readonly shortlisted: boolean
  /** The step of the order of ties that decided, in words; '' where none did. */
  readonly tie: string
  /** Where its chance alone would say more than its band; '' where it would not. */
  readonly apart: string
  readonly departure: string
  /** The reader is kept from it. */
  readonly kept: boolean
}

export type ShortlistModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** Why nothing is proposed yet; then nothing else is shown. */
  readonly waits: string
  readonly counts: readonly { readonly value: string | number; readonly label: string }[]
  /** How many are proposed, and how many there are after departures. */
  readonly proposed: string
  readonly ranks: string
  readonly method: string
  readonly hasEstimates: boolean
  /** Those of one page. */
  readonly rows: readonly ShortlistRow[]
  readonly pages: PagerOptions
  /** Parts of the list that can be shown by themselves; `href` is undefined of the one that is. */
  readonly shows: readonly { readonly text: string; readonly href: string | undefined }[]
  readonly errors: readonly FieldText[]
  /** What stands between the proposal and freezing it. */
  readonly toDo: readonly { readonly text: string; readonly href: string }[]
  readonly freezeHref: string | undefined
  readonly frozen:
    | {
        readonly sha256: string
        readonly when: string
        readonly tell: string
        /** The funders that do not approve it, while telling applicants waits for them. */
        readonly refused: readonly RefusedBy[]
        readonly fundSlug: string
        readonly jsonHref: string
        readonly publicHref: string
      }
    | undefined
}

/** The proposed shortlist in its bands, with what the panel has decided. */
export const shortlistPage = (model: ShortlistModel): Page => ({
  title: 'Shortlist',
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Shortlist' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl" id="shortlist"><span class="govuk-caption-xl">${model.caption}</span>Shortlist</h1>
${model.waits === '' ? proposal(model) : insetText({ text: model.waits })}`,
})

const proposal = (model: ShortlistModel): SafeHtml => html`${model.frozen !== undefined && frozenPart(model.frozen)}
${statisticsRow(model.counts)}
<p class="govuk-body">${model.proposed}</p>
<p class="govuk-body">${model.ranks}</p>
<p class="govuk-body">${model.method}</p>
${model.frozen === undefined && html`<p class="govuk-body">This is what the sealed rules propose. People decide: open an application to decide otherwise, under a named rule and with a reason that is kept and published with the decision.</p>`}
${model.toDo.length > 0 && html`<h2 class="govuk-heading-m">Before it can be frozen</h2><ul class="govuk-list govuk-list--bullet">${model.toDo.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}
${model.frozen === undefined && model.toDo.length === 0 && model.freezeHref === undefined && html`<p class="govuk-body">Nothing stands in the way: the programme team can freeze it when the panel has decided.</p>`}
${model.freezeHref !== undefined && button({ text: 'Freeze the shortlist', href: model.freezeHref })}
${listOf(model)}`

const frozenPart = (frozen: NonNullable<ShortlistModel['frozen']>): SafeHtml => {
  const { sha256, when, tell, refused, fundSlug, jsonHref, publicHref } = frozen
  return html`${warningText({ text: `Frozen ${when}. ${tell}`, iconFallbackText: 'Note' })}
${refusedPart(refused, 'this shortlist', fundSlug)}
${details({ summaryText: 'Verify this', html: html`<p class="govuk-body">SHA-256 of <a class="govuk-link" href="${jsonHref}">the frozen document</a>:<br><code class="app-hash">${sha256}</code></p><p class="govuk-body"><a class="govuk-link" href="${publicHref}">What the public reads</a> once applicants are told</p>` })}`
}

/** Which part of the list is shown, and the others. */
const showsOf = ({ shows }: ShortlistModel): SafeHtml =>
  html`<p class="govuk-body" id="list">Show: ${shows.map(({ text, href }, at) => html`${at > 0 && ', '}${href === undefined ? html`<strong>${text}</strong>` : html`<a class="govuk-link govuk-link--no-visited-state" href="${href}">${text}</a>`}`)}</p>`

function listOf(model: ShortlistModel): SafeHtml {
  if (model.shows.length === 0) return html`<p class="govuk-body">No application was scored.</p>`
  return html`${showsOf(model)}
${model.rows.length === 0 ? html`<p class="govuk-body">None.</p>` : html`${tableOf(model)}${pager(model.pages)}`}`
}

function tableOf({ rows, hasEstimates }: ShortlistModel): SafeHtml {
  const head = [
    'Rank',
    'Application',
    'Band',
    'Mean of 100',
    ...(hasEstimates ? ['Estimate', 'Chance to be among the best'] : []),
    'Shortlist',
  ]
  return scrolling(
    'Shortlist',
    stackingTable({
      caption: 'Applications in the order that is proposed',
      captionClasses: 'govuk-table__caption--m',
      head: head.map((text) => ({ text })),
      rows: rows.map((row) => [
        { text: row.rank, attributes: { 'data-column-label': 'Rank' } },
        { html: applicationCell(row) },
        { html: bandCell(row) },
        { text: row.mean, format: 'numeric' },
        ...(hasEstimates ? [{ text: row.estimate, format: 'numeric' }, { text: row.chance }] : []),
        { html: decisionCell(row) },
      ]),
    }),
  )
}

const applicationCell = ({ reference, lead, href, kept }: ShortlistRow): SafeHtml =>
  html`<span class="app-whole">${href === undefined ? html`<strong>${reference}</strong>` : html`<a class="govuk-link" href="${href}">${reference}</a>`}</span>${lead !== '' && html`<br>${lead}`}${kept && html`<br><span class="govuk-hint govuk-!-font-size-16">You have a conflict, and do not decide on it</span>`}`

const bandCell = ({ band, bandColour, missed, apart, tie }: ShortlistRow): SafeHtml =>
  html`${tag({ text: band, classes: bandColour })}${missed.map((text) => html`<br>${text}`)}${apart !== '' && html`<br><span class="govuk-!-font-size-16">${apart}</span>`}${tie !== '' && html`<br><span class="govuk-!-font-size-16">${tie}</span>`}`

const decisionCell = ({ proposed, shortlisted, departure }: ShortlistRow): SafeHtml =>
  html`<strong>${shortlisted ? 'Yes' : 'No'}</strong>${proposed !== shortlisted && html`<br>Proposed: ${proposed ? 'yes' : 'no'}. ${departure}`}`
