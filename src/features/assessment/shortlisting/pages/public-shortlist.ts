import { details, insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  type PagerOptions,
  pager,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

type Frame = {
  readonly fundName: string
  readonly roundName: string
  readonly roundHref: string
  readonly illustrative: boolean
}

/** Before applicants are told, nobody reads anything. `when`: what the timetable says; '' where it says nothing. */
export const notToldPage = ({
  fundName,
  roundName,
  roundHref,
  illustrative,
  when,
}: Frame & { when: string }): Page => ({
  title: `Shortlist of ${roundName}`,
  breadcrumbs: [{ text: fundName, href: roundHref }, { text: 'Shortlist' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${roundName}</span>Shortlist</h1>
<p class="govuk-body">There is no shortlist to read yet. It is published when applicants have been told. ${when}</p>`,
})

export type PublicShortlistModel = Frame & {
  readonly toldAt: string
  readonly counts: readonly { readonly value: string | number; readonly label: string }[]
  readonly shortlisted: readonly string[]
  /** Empty where the rules publish no order. */
  readonly order:
    | {
        readonly head: readonly string[]
        /** Those of one page. */
        readonly rows: readonly (readonly string[])[]
        readonly pages: PagerOptions
      }
    | undefined
  readonly orderWords: string
  /** Departures of those on the shortlist from what the scores propose; those of others name nobody. */
  readonly departures: readonly string[]
  readonly departurePages: PagerOptions
  readonly sha256: string
  readonly rulesHref: string
}

/** What the public reads of a shortlist, once applicants are told: as much as the sealed rules publish. */
export const publicShortlistPage = (model: PublicShortlistModel): Page => ({
  title: `Shortlist of ${model.roundName}`,
  breadcrumbs: [{ text: model.fundName, href: model.roundHref }, { text: 'Shortlist' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.roundName}</span>Shortlist</h1>
<p class="govuk-body">Applicants were told at ${model.toldAt}.</p>
${statisticsRow(model.counts)}
<h2 class="govuk-heading-l">On the shortlist</h2>
<ul class="govuk-list govuk-list--bullet">${model.shortlisted.map((lead) => html`<li>${lead}</li>`)}</ul>
<p class="govuk-body">In the order of the alphabet. <a class="govuk-link" href="${model.rulesHref}">The rules</a> were sealed before the round opened.</p>
<h2 class="govuk-heading-l" id="order">The order</h2>
<p class="govuk-body">${model.orderWords}</p>
${
  model.order !== undefined &&
  html`${stackingTable({
    caption: 'Applications that were scored',
    captionClasses: 'govuk-table__caption--m',
    head: model.order.head.map((text) => ({ text })),
    rows: model.order.rows.map((row) => row.map((text) => ({ text }))),
  })}${pager(model.order.pages, 'the order')}`
}
<h2 class="govuk-heading-l" id="departures">Decisions other than the rules proposed</h2>
${
  model.departures.length === 0
    ? html`<p class="govuk-body">None.</p>`
    : html`${model.departures.map((text) => insetText({ text }))}${pager(model.departurePages, 'decisions other than the rules proposed')}`
}
${details({ summaryText: 'Verify this', html: html`<p class="govuk-body">SHA-256 of the frozen shortlist:<br><code class="app-hash">${model.sha256}</code></p>` })}`,
})
