import { button, checkboxes, insetText, summaryList, tag, textarea, warningText } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'
import type { Page } from '../../../ui/page.ts'
import { markdownHint } from '../../../ui/patterns/index.ts'
import type { ProblemsInWords } from '../guidance.messages.ts'
import type { AnswerEditor, ListedQuestion, ManagedQuestions } from '../read-managed.ts'
import { managed } from './managed.ts'

const states = {
  waiting: { text: 'Waiting', classes: 'govuk-tag--yellow' },
  published: { text: 'Published', classes: 'govuk-tag--green' },
  declined: { text: 'Declined', classes: 'govuk-tag--grey' },
} as const

/** Every question that was asked about a round, those that wait first. */
export function managedQuestionsPage({ frame, questions, publicHref }: ManagedQuestions): Page {
  return managed(frame, {
    title: 'Questions',
    content: html`<p class="govuk-body">Who asked is shown here and nowhere else. <a class="govuk-link" href="${publicHref}">See what is published</a>.</p>
${
  questions.length === 0
    ? html`<p class="govuk-body">Nobody has asked a question yet.</p>`
    : html`<ul class="govuk-task-list">${questions.map(listed)}</ul>`
}`,
  })
}

const listed = ({
  href,
  question,
  askedAt,
  askedBy,
  state,
  detail,
}: ListedQuestion): SafeHtml => html`<li class="govuk-task-list__item govuk-task-list__item--with-link">
<div class="govuk-task-list__name-and-hint"><a class="govuk-link govuk-task-list__link" href="${href}">${question}</a>
<div class="govuk-task-list__hint">Asked at ${askedAt} by ${askedBy}${detail !== '' && html`<br>${detail}`}</div></div>
<div class="govuk-task-list__status">${tag(states[state])}</div></li>`

export type AnswerModel = AnswerEditor & {
  readonly csrf: string
  readonly problems: ProblemsInWords
  readonly preview: boolean
}

/** Where the programme team answers a question, or declines it. */
export function answerPage(model: AnswerModel): Page {
  return managed(model.frame, {
    title: model.state === 'waiting' ? 'Answer a question' : 'A question',
    trail: { text: 'Questions', href: model.frame.questionsHref },
    problems: model.problems.list,
    content: html`${summaryList({
      rows: [
        { key: { text: 'Asked by' }, value: { text: `${model.askedBy} (${model.askedByEmail})` } },
        { key: { text: 'Asked at' }, value: { text: model.askedAt } },
        { key: { text: 'State' }, value: { html: html`${tag(states[model.state])} ${model.detail}` } },
      ],
    })}
<h2 class="govuk-heading-m">As it was asked</h2>
<div class="govuk-inset-text app-diff">${model.asked}</div>
${model.state === 'waiting' ? handling(model) : handled(model)}`,
  })
}

function handled({ typed, state, publicHref }: AnswerModel): SafeHtml {
  if (state === 'declined') return insetText({ text: 'It was declined. We have told the person who asked why.' })
  return html`<h2 class="govuk-heading-m">As it is published</h2>
<p class="govuk-body"><strong>${typed.publishedQuestion}</strong></p>
${markdown(typed.answer, { headingLevel: 3 })}
<p class="govuk-body"><a class="govuk-link" href="${publicHref}">See it among the others</a></p>`
}

function handling(model: AnswerModel): SafeHtml {
  const { typed, problems, warnings, csrf } = model
  return html`${warnings.length > 0 && warningText({ text: `These words may tell who asked: ${warnings.join(', ')}` })}
${
  model.preview &&
  html`<section aria-labelledby="preview-title">${insetText({ html: html`<strong id="preview-title">Preview.</strong> This is not saved yet.` })}
<h2 class="govuk-heading-m">${typed.publishedQuestion}</h2>
${markdown(typed.answer, { headingLevel: 3 })}</section>`
}
${form(
  { action: model.action, csrf },
  html`${textarea({ name: 'publishedQuestion', label: { text: 'The question as published', classes: 'govuk-label--m' }, hint: { text: 'Rewrite it so that it names nobody. We have removed what would show who asked. Check the rest.' }, rows: 5, value: typed.publishedQuestion, errorMessage: problems.of('publishedQuestion') })}
${textarea({ name: 'answer', label: { text: 'The answer', classes: 'govuk-label--m' }, hint: { text: `Everyone reads it. ${markdownHint}` }, rows: 10, value: typed.answer, errorMessage: problems.of('answer') })}
${warnings.length > 0 && checkboxes({ name: 'looked', values: typed.looked ? ['yes'] : [], items: [{ value: 'yes', text: 'I have looked at the words above, and they do not tell who asked' }] })}
<div class="govuk-button-group">
${button({ text: 'Publish the answer', name: 'do', value: 'publish', preventDoubleClick: true })}
${button({ text: 'Save for later', name: 'do', value: 'save', classes: 'govuk-button--secondary' })}
${button({ text: 'Preview', name: 'do', value: 'preview', classes: 'govuk-button--secondary' })}
</div>`,
)}
<h2 class="govuk-heading-m">Or do not answer it in public</h2>
${form(
  { action: model.declineAction, csrf },
  html`${textarea({ name: 'reason', label: { text: 'Reason', classes: 'govuk-label--s' }, hint: { text: 'We email this to the person who asked. Nobody else sees it.' }, rows: 3, value: typed.reason, errorMessage: problems.of('reason') })}
${button({ text: 'Decline', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
)}`
}
