import type { FieldWords } from '../../../../core/saving/field-words.ts'
import { button, insetText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { FileLink } from '../../../forms/index.ts'
import type { ShownRequest } from '../read-clarified.ts'
import { clarifiedRequest } from './clarified.ts'

export type ReplyModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly back: string
  readonly request: ShownRequest
  /** Where the files of replies can be had. */
  readonly fileHref: FileLink
  /** A field for each question; none once the request is closed, or for those who only read. */
  readonly fields: readonly SafeHtml[]
  /** What stands beside them. */
  readonly words: FieldWords
  readonly overdue: boolean
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  readonly csrf: string
}

/** What the programme team asks about answers, and replying. */
export const replyPage = (model: ReplyModel): Page => ({
  title: 'Clarify your answers',
  hasErrors: model.problems.length > 0,
  backLink: { href: model.back, text: 'Back to the application' },
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">Clarify your answers</h1>
<p class="govuk-body">Your application stays as you submitted it. What you reply is kept beside it, and you can reply again until the request is closed.</p>
${model.overdue && insetText({ text: 'The reply was due. You can still send one: it is marked late.' })}
<h2 class="govuk-heading-l">What was asked</h2>
${clarifiedRequest(model.request, model.fileHref)}
${
  model.fields.length > 0 &&
  html`<h2 class="govuk-heading-l" id="replies">Your reply</h2>
${form({ action: model.action, csrf: model.csrf, enctype: 'multipart/form-data', words: model.words }, html`${model.fields}${button({ text: 'Send the reply', preventDoubleClick: true })}`)}`
}`,
})
