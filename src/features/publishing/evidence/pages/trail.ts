import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { details, summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, type PagerOptions, pager, timeline } from '../../../../ui/patterns/index.ts'
import type { DescribedEvent } from '../trail.messages.ts'

export type TrailModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** Of an application; undefined for the trail of the whole round. */
  readonly reference: string | undefined
  readonly events: readonly DescribedEvent[]
  readonly page: PagerOptions
}

/** Everything that happened in a round, or to one application of it, in the order of time. */
export const trailPage = ({ round, breadcrumbs, reference, events, page }: TrailModel): Page => {
  const title = reference === undefined ? 'Trail of the round' : `Trail of ${reference}`
  return {
    title,
    breadcrumbs: [...breadcrumbs, { text: reference ?? 'Trail' }],
    main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>${title}</h1>
<p class="govuk-body">What happened, who did it and what the audit log says of it, the first first. Each event has its place in the log and its hash. What applicants wrote before they submitted is none of it. Reading this page is an event too.</p>
${events.length === 0 && html`<p class="govuk-body">Nothing has happened yet.</p>`}
${pager(page)}
${timeline(
  events.map((event) => ({
    title: event.title,
    time: event.time,
    datetime: event.datetime,
    by: event.by,
    description: said(event),
  })),
  2,
)}
${events.length > 10 && pager(page, 'events, below')}`,
  }
}

const said = ({ facts, about, sequence, hash }: DescribedEvent): SafeHtml =>
  details({
    summaryText: sequence === null ? 'What is recorded (not yet sealed)' : `What is recorded (event ${sequence})`,
    html: summaryList({
      classes: 'govuk-summary-list--no-border',
      rows: [
        ...facts.map(({ name, value }) => ({
          key: { html: html`<span translate="no">${name}</span>` },
          value: { html: html`<span class="app-kept-lines">${value}</span>` },
        })),
        { key: { text: 'About' }, value: { html: html`<span class="app-kept-lines">${about}</span>` } },
        ...(hash === null
          ? []
          : [{ key: { text: 'SHA-256' }, value: { html: html`<code class="app-hash">${hash}</code>` } }]),
      ],
    }),
  })
