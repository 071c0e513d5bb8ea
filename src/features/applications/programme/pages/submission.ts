import { insetText, summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, verifyThis } from '../../../../ui/patterns/index.ts'
import type { FileLink } from '../../../forms/index.ts'
import { clarifiedRequest } from '../../clarifying/pages/clarified.ts'
import type { ShownRequest } from '../../clarifying/read-clarified.ts'

export type SubmissionModel = {
  readonly reference: string
  /** The heading: whose application it is. */
  readonly title: string
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** Of the JSON below. */
  readonly sha256: string
  /** Where the JSON that was hashed can be had. */
  readonly jsonHref: string
  readonly wordHref: string
  readonly withdrawn: boolean
  readonly illustrative: boolean
  /** What was asked about the answers after the deadline, with the replies; where each can be answered or asked. */
  readonly clarified: readonly { readonly request: ShownRequest; readonly href: string }[]
  /** Where the files of replies can be had. */
  readonly fileHref: FileLink
  /** Where the programme team asks about answers. */
  readonly clarifyHref?: string
  /** What came by email or on paper; undefined when nothing did. */
  readonly scans: SafeHtml | undefined
  readonly pages: readonly { readonly title: string; readonly summary: SafeHtml }[]
}

/** The answers as they were submitted, with the questions as they were asked. Nothing here can be changed. */
export const submissionPage = (model: SubmissionModel): Page => ({
  title: model.title,
  breadcrumbs: [...model.breadcrumbs, { text: model.reference }],
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${model.title}</h1>
${model.withdrawn && insetText({ text: 'This submission was withdrawn. It is kept as it was sent.' })}
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
<p class="govuk-body"><a class="govuk-link" href="${model.jsonHref}">Download what was submitted (JSON)</a><br><a class="govuk-link" href="${model.wordHref}">Download it as a Word document</a></p>
${verifyThis('what was submitted', model.sha256)}
${model.clarifyHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.clarifyHref}">Ask for clarification of answers</a></p>`}
${model.clarified.length > 0 && html`<h2 class="govuk-heading-m">Clarified answers</h2>`}
${model.clarified.map(({ request, href }) =>
  clarifiedRequest(
    request,
    model.fileHref,
    html`<p class="govuk-body"><a class="govuk-link" href="${href}">Open request ${request.number}</a></p>`,
  ),
)}
${model.scans !== undefined && html`<h2 class="govuk-heading-m">What the applicant sent</h2>${model.scans}`}
${model.pages.map(({ title, summary }) => html`<h2 class="govuk-heading-m">${title}</h2>${summary}`)}`,
})
