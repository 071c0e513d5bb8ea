import { insetText, tag } from '../../../../ui/components/index.ts'
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

export type QueueRow = {
  readonly reference: string
  readonly lead: string
  /** Undefined for somebody who is kept from it, or only reads. */
  readonly href: string | undefined
  readonly kept: boolean
  readonly rank: string
  readonly band: string
  readonly why: readonly string[]
  readonly standing: string
  readonly settled: boolean
}

export type QueueModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly waits: string
  readonly rules: string
  /** What the ranks and bands of the lists are of. */
  readonly ranks: string
  readonly counts: readonly { readonly value: string | number; readonly label: string }[]
  /** Where the meeting goes on; undefined for whoever only reads, and once all are settled. */
  readonly next: { readonly text: string; readonly href: string } | undefined
  readonly queue: QueuePart
  readonly near: QueuePart
  readonly others: QueuePart
}

/** A list of the page, of which one page is shown. */
export type QueuePart = { readonly rows: readonly QueueRow[]; readonly pages: PagerOptions }

/** What the moderation meeting looks at, and why. */
export const queuePage = (model: QueueModel): Page => ({
  title: 'Moderation',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'Moderation' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.caption}</span>Moderation</h1>
${model.waits === '' ? lists(model) : insetText({ text: model.waits })}`,
})

const lists = ({
  rules,
  ranks,
  counts,
  next,
  queue,
  near,
  others,
}: QueueModel): SafeHtml => html`<p class="govuk-body">${rules}</p>
<p class="govuk-body">${ranks}</p>
${statisticsRow(counts)}
${next !== undefined && html`<p class="govuk-body">Next for the meeting: <a class="govuk-link" href="${next.href}">${next.text}</a></p>`}
${rowsOf('For the meeting', 'The meeting looks at these.', queue)}
${rowsOf('One more assessor would matter most', 'Nobody can say whether these are in or out: open one to ask another assessor for it.', near)}
${rowsOf('The others', 'The meeting need not look at these, and may.', others)}`

/** A list under its heading. Why is a column where there is something to say. */
function rowsOf(title: string, intro: string, { rows, pages }: QueuePart): SafeHtml {
  const saysWhy = rows.some(({ why }) => why.length > 0)
  return html`<h2 class="govuk-heading-l">${title}</h2>
${
  rows.length === 0
    ? html`<p class="govuk-body">None.</p>`
    : html`<p class="govuk-body">${intro}</p>${scrolling(
        title,
        stackingTable({
          caption: title,
          captionClasses: 'govuk-visually-hidden',
          head: ['Application', ...(saysWhy ? ['Why'] : []), 'Rank', 'Band', 'Meeting'].map((text) => ({ text })),
          rows: rows.map((row) => [
            { html: nameOf(row) },
            ...(saysWhy ? [{ html: html`${row.why.map((text, at) => html`${at > 0 && html`<br>`}${text}`)}` }] : []),
            { text: row.rank },
            { text: row.band },
            { html: tag({ text: row.standing, classes: row.settled ? 'govuk-tag--green' : 'govuk-tag--grey' }) },
          ]),
        }),
      )}${pager(pages, title)}`
}`
}

const nameOf = ({ reference, lead, href, kept }: QueueRow): SafeHtml =>
  html`${href === undefined ? reference : html`<a class="govuk-link" href="${href}">${reference}</a>`}${lead !== '' && html`<br>${lead}`}${kept && html`<br><span class="govuk-hint govuk-!-font-size-16">You have a conflict, and do not moderate it</span>`}`
