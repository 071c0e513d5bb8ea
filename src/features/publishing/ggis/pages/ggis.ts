import { moneyWords } from '../../../../core/forms/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

export type GgisModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly schemeMissing: readonly string[]
  /** What no award of this service has. */
  readonly always: readonly string[]
  /** `missing`: besides that. */
  readonly awards: readonly {
    readonly reference: string
    readonly recipient: string
    readonly pounds: number
    readonly missing: readonly string[]
  }[]
  readonly leftOut: readonly { readonly recipient: string; readonly why: string }[]
  readonly other: { readonly href: string; readonly text: string }
  readonly files: readonly { readonly href: string; readonly text: string }[]
}

/** What the Government Grants Information System is told, and what has to be filled in by hand. */
export const ggisPage = (model: GgisModel): Page => {
  const { round, breadcrumbs, schemeMissing, files } = model
  return {
    title: 'Records for the Government Grants Information System',
    wide: true,
    breadcrumbs: [...breadcrumbs, { text: 'GGIS' }],
    main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Records for the Government Grants Information System</h1>
<p class="govuk-body">The round is a scheme, and each accepted award a record under it, in the columns that the system accepts. Columns are empty where this service has no data: fill them in before you load the file.</p>
<ul class="govuk-list govuk-list--bullet">${files.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}" download>${text}</a></li>`)}</ul>
<h2 class="govuk-heading-l">The scheme</h2>
${schemeMissing.length === 0 ? html`<p class="govuk-body">Nothing that the system asks for is missing.</p>` : html`<p class="govuk-body">Left empty, and asked for by the system:</p>${listOf(schemeMissing)}`}
<h2 class="govuk-heading-l">The awards</h2>
${awardsOf(model)}`,
  }
}

const listOf = (items: readonly string[]): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`

const awardsOf = ({ awards, always, leftOut, other }: GgisModel): SafeHtml => html`${
  awards.length === 0
    ? html`<p class="govuk-body">No award is in the file yet.</p>`
    : html`${always.length > 0 && html`<p class="govuk-body">Left empty in every record, and asked for by the system:</p>${listOf(always)}`}
${scrolling(
  'Records of awards',
  table({
    caption: 'Records of awards',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Reference' },
      { text: 'Recipient' },
      { text: 'Amount', format: 'numeric' },
      { text: 'Missing besides' },
    ],
    rows: awards.map(({ reference, recipient, pounds, missing }) => [
      { text: reference },
      { text: recipient },
      { text: moneyWords(pounds), format: 'numeric' },
      { text: missing.length === 0 ? 'Nothing' : missing.join(', ') },
    ]),
  }),
)}`
}
${leftOut.length > 0 && html`<h3 class="govuk-heading-m">Not in the file</h3>${listOf(leftOut.map(({ recipient, why }) => `${recipient}. ${why}`))}`}
<p class="govuk-body">The system records grants. Support in kind is bought for a council, and its supplier is paid, so it is left out unless you ask for it. <a class="govuk-link" href="${other.href}">${other.text}</a></p>`
