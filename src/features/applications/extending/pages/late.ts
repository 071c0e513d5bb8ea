import { button, insetText, summaryList, table, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, statisticsRow, verifyThis } from '../../../../ui/patterns/index.ts'
import type { FieldText } from '../extending.messages.ts'

type Crumbs = readonly { readonly text: string; readonly href: string }[]

export type LateListModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: Crumbs
  readonly counts: {
    readonly received: number
    readonly late: number
    readonly duplicate: number
    readonly withdrawn: number
  }
  readonly attempts: readonly {
    readonly reference: string
    readonly href: string
    readonly lead: string
    readonly received: string
    readonly lateBy: string
    readonly state: string
  }[]
}

/** What came too late, and the counts for the note that explains the decisions. */
export const lateListPage = (model: LateListModel): Page => ({
  title: 'Late submissions',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'Late submissions' }],
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${model.caption}</span>
<h1 class="govuk-heading-xl">Late submissions</h1>
${statisticsRow([
  { value: model.counts.received, label: 'Received' },
  { value: model.counts.late, label: 'Late' },
  { value: model.counts.duplicate, label: 'Duplicate' },
  { value: model.counts.withdrawn, label: 'Withdrawn' },
])}
<p class="govuk-body">A submission that comes after the deadline is refused and kept as it was sent. You can let it in only by an extension for that application, which is published with its reason. A duplicate is an application begun by an authority whose other one was received.</p>
${model.attempts.length === 0 ? html`<p class="govuk-body">Nothing came too late.</p>` : attemptTable(model.attempts)}`,
})

/** Two columns, so that a phone shows all of a row. */
const attemptTable = (attempts: LateListModel['attempts']): SafeHtml =>
  table({
    caption: 'Late submissions',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Submission', 'Received and state'].map((text) => ({ text })),
    rows: attempts.map(({ reference, href, lead, received, lateBy, state }) => [
      { html: html`<a class="govuk-link" href="${href}">${reference}</a><br>${lead}` },
      { html: html`${received}<br>Late by ${lateBy}<br>${state}` },
    ]),
  })

export type LateModel = {
  readonly reference: string
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: Crumbs
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** Of what was sent. */
  readonly sha256: string
  readonly pages: readonly { readonly title: string; readonly summary: SafeHtml }[]
  /** Why it cannot be let in, if so. */
  readonly stopped: string | undefined
  readonly mayLetIn: boolean
  readonly reason: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** One late submission as it was sent, and letting it in. */
export const latePage = (model: LateModel): Page => ({
  title: `Late submission ${model.reference}`,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.reference }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.caption}</span>
<h1 class="govuk-heading-l">Late submission ${model.reference}</h1>
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
${verifyThis('the content', model.sha256)}
${model.mayLetIn && (model.stopped === undefined ? letIn(model) : insetText({ text: model.stopped }))}
<h2 class="govuk-heading-l">What was sent</h2>
${model.pages.map(({ title, summary }) => html`<h3 class="govuk-heading-m">${title}</h3>${summary}`)}`,
})

const letIn = ({ action, csrf, reason, errors }: LateModel): SafeHtml => {
  const error = errors.find(({ field }) => field === 'reason')
  return html`<h2 class="govuk-heading-m">Let it in</h2>
<p class="govuk-body">This gives the application more time, up to the moment at which it came. The extension is published with the name of the authority and your reason, and cannot be taken back.</p>
${form(
  { action, csrf, namedByLabels: true },
  html`${textarea({
    name: 'reason',
    label: { text: 'Reason', classes: 'govuk-label--s' },
    hint: { text: 'Published. Do not name a person, or say anything about anybody’s health' },
    value: reason,
    rows: 3,
    errorMessage: error && { text: error.text },
  })}
${button({ text: 'Let it in and publish the reason', preventDoubleClick: true })}`,
)}`
}
