import { numeric } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type GanttChart, ganttChart, illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { stackingTableOf } from '../../pages/table-of.ts'

export type GoLiveRow = {
  readonly href: string
  readonly title: string
  readonly planned: string
  readonly done: string
  /** The address of what shows it; '' for none. */
  readonly evidence: string
  readonly files: SafeHtml | undefined
  readonly payer: string
  readonly cost: string
  readonly note: string
}

export type GoLiveModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly caption: string
  readonly finding: string
  readonly chart: GanttChart | undefined
  readonly rows: readonly GoLiveRow[]
}

/** The way from the decision to the day on which the service runs in its new way. */
export const goLivePage = (model: GoLiveModel): Page => ({
  title: 'From decision to go-live',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'From decision to go-live' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.caption}</span>From decision to go-live</h1>
<p class="govuk-body">${model.finding}</p>
<p class="govuk-body">The award pays for the appraisal of options and the plan, and not for putting it in place. Each step says who pays for it.</p>
${model.chart !== undefined && ganttChart(model.chart)}
${stackingTableOf(
  'Steps',
  ['Step', 'Planned', 'Done', 'Evidence', 'Who pays', numeric('Cost'), 'Note'],
  model.rows.map((row) => [
    html`<a class="govuk-link" href="${row.href}">${row.title}</a>`,
    row.planned,
    row.done,
    evidenceOf(row),
    row.payer,
    row.cost,
    row.note,
  ]),
)}`,
})

const evidenceOf = ({ evidence, files, title }: GoLiveRow): SafeHtml =>
  html`${evidence !== '' && html`<a class="govuk-link" href="${evidence}" rel="noreferrer">Read it<span class="govuk-visually-hidden">: ${title}</span></a>`}${files}`
