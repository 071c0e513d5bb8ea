import { button, characterCount, insetText } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, problemSummary } from '../../../ui/patterns/index.ts'
import type { ProblemsInWords } from '../guidance.messages.ts'
import type { RoundFrame } from '../round-frame.ts'
import { inRound } from './in-round.ts'

export type AskModel = {
  readonly frame: RoundFrame
  readonly action: string
  readonly csrf: string
  readonly question: string
  readonly longest: number
  /** Until when, or since when not, questions can be asked. */
  readonly closing: string
  readonly open: boolean
  readonly contactEmail: string
  readonly questionsHref: string
  readonly problems: ProblemsInWords
}

/** Asks a question about a round. What was written stays on the page when it is refused. */
export function askPage(model: AskModel): Page {
  const { problems } = model
  return inRound(model.frame, {
    title: 'Ask a question about this round',
    hasErrors: problems.list.length > 0,
    before: problemSummary(problems.list),
    content: html`<p class="govuk-body">Your question and its answer are published for everyone, without your name or your authority’s. We rewrite a question that would tell who asked. You get an email when it is answered.</p>
<p class="govuk-body">It may have been answered already: <a class="govuk-link" href="${model.questionsHref}">read the questions and answers</a>.</p>
${insetText({ text: model.closing })}
${form(
  { action: model.action, csrf: model.csrf },
  html`${characterCount({
    name: 'question',
    label: { text: 'Your question', classes: 'govuk-label--m' },
    value: model.question,
    rows: 8,
    maxlength: model.longest,
    errorMessage: problems.of('question'),
  })}
${model.open && button({ text: 'Send the question', preventDoubleClick: true })}`,
)}
${!model.open && model.contactEmail !== '' && html`<p class="govuk-body">What you wrote is kept above for you to copy. You can still write to <a class="govuk-link" href="mailto:${model.contactEmail}">${emailAddress(model.contactEmail)}</a>.</p>`}`,
  })
}
