import { details, summaryList, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { diff } from '../../../../ui/patterns/index.ts'
import { type FileLink, fileList } from '../../../forms/index.ts'
import { papersQuestion } from '../papers-question.ts'
import type { ShownQuestion, ShownRequest } from '../read-clarified.ts'

const linesOf = (lines: readonly string[]): SafeHtml =>
  lines.length === 0
    ? html`<span class="govuk-hint">Not answered</span>`
    : html`${lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`

/** A request with each answer as submitted beside its replies. */
export const clarifiedRequest = (request: ShownRequest, fileHref: FileLink, link?: SafeHtml): SafeHtml => html`
<h3 class="govuk-heading-m">Request ${request.number}</h3>
${summaryList({
  rows: [
    { key: { text: 'Asked' }, value: { text: `${request.asked}, by ${request.askedBy}` } },
    { key: { text: 'Reply due' }, value: { text: request.due } },
    { key: { text: 'State' }, value: { text: request.state } },
    request.note !== '' && { key: { text: 'Note' }, value: { text: request.note } },
  ],
})}
${link}
${request.questions.map((question) => clarifiedQuestion(question, fileHref))}`

function clarifiedQuestion({ id, label, asked, original, replies }: ShownQuestion, fileHref: FileLink): SafeHtml {
  const latest = replies.at(-1)
  if (id === papersQuestion.id) {
    return html`<h4 class="govuk-heading-s">${label}</h4>
${replies.map(({ by, late, files }) => html`<p class="govuk-body-s">By ${by} ${late && tag({ text: 'Late', classes: 'govuk-tag--orange' })}</p>${fileList(files, fileHref)}`)}`
  }
  return html`<h4 class="govuk-heading-s">${label}</h4>
<p class="govuk-body"><strong>Asked:</strong> ${asked}</p>
<div class="app-beside">
<div class="app-beside__part"><p class="govuk-body-s"><strong>As submitted</strong></p><p class="govuk-body">${linesOf(original)}</p></div>
<div class="app-beside__part"><p class="govuk-body-s"><strong>As clarified</strong>${latest !== undefined && html` version ${latest.version} by ${latest.by}`} ${latest?.late === true && tag({ text: 'Late', classes: 'govuk-tag--orange' })}</p>
<p class="govuk-body">${latest === undefined ? html`<span class="govuk-hint">No reply yet</span>` : latest.files.length > 0 ? fileList(latest.files, fileHref) : linesOf(latest.lines)}</p></div>
</div>
${replies.map((reply) =>
  details({
    summaryText: `What version ${reply.version} says differently${reply.late ? ' (late)' : ''}`,
    html: html`<p class="govuk-body-s">By ${reply.by}</p>${diff(reply.difference)}`,
  }),
)}`
}
