import { details, summaryList, taskList } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { type RefusedBy, type RoundInFund, refusedPart } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'

export type TellingModel = {
  readonly round: RoundInFund
  /** When everybody is told, or was. */
  readonly when: string
  /** What that waits for; none once everybody is told. */
  readonly waits: readonly string[]
  /** The funders that do not approve the awards, while that waits for them. */
  readonly refused: readonly RefusedBy[]
  /** What was told, as it is kept. */
  readonly record: { readonly sha256: string; readonly href: string } | undefined
  readonly letters: readonly { readonly title: string; readonly href: string; readonly standing: string }[]
}

/** Where telling everybody stands: when it is, what waits, and the letters. */
export const tellingPage = ({ round, when, waits, refused, record, letters }: TellingModel): Page => ({
  title: 'Telling everybody',
  breadcrumbs: [...decisionsCrumbs(round), { text: 'Telling everybody' }],
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Telling everybody</h1>
${summaryList({
  rows: [
    { key: { text: 'Everybody is told' }, value: { text: when } },
    waits.length > 0 && {
      key: { text: 'Waits for' },
      value: { html: html`<ul class="govuk-list">${waits.map((wait) => html`<li>${wait}</li>`)}</ul>` },
    },
  ],
})}
${refusedPart(refused, 'these awards', round.fund.slug)}
<h2 class="govuk-heading-m">Letters</h2>
<p class="govuk-body">Each is a page, an email and a PDF of the same text. They stay as they are from the moment in which everybody is told.</p>
${taskList({
  idPrefix: 'letter',
  items: letters.map(({ title, href, standing }) => ({ title: { text: title }, href, status: { text: standing } })),
})}
${record !== undefined && details({ summaryText: 'Verify this', html: html`<p class="govuk-body">SHA-256:<br><code class="app-hash">${record.sha256}</code></p><p class="govuk-body"><a class="govuk-link" href="${record.href}">The record of telling as one file</a>: the texts, and the hash of each letter</p>` })}`,
})
