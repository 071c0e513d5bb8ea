import { button, insetText } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary, searchBox } from '../../../ui/patterns/index.ts'
import type { QuestionList, ShownAnswer } from '../read-questions.ts'
import { inRound } from './in-round.ts'

/** The questions of a round with their answers, for everyone. */
export function questionsPage(model: QuestionList): Page {
  const { sought } = model
  return inRound(model.frame, {
    title: 'Questions and answers',
    hasErrors: sought.problems.length > 0,
    before: problemSummary(sought.problems),
    content: html`<p class="govuk-body-l">Questions about this round, answered once for everyone. We do not publish who asked.</p>
${asking(model)}
${searchBox({ action: model.searchAction, field: 'q', label: { text: 'Search the questions and answers', classes: 'govuk-label--s' }, sought, classes: 'govuk-input--width-20' })}
<p class="govuk-body" role="status">${model.countWords}${sought.words !== '' && html` <a class="govuk-link" href="${model.searchAction}">Show them all</a>`}</p>
${model.answers.length > 0 && html`<ol class="govuk-list app-questions">${model.answers.map((answer) => answerItem(answer, 2))}</ol>`}`,
  })
}

function asking({ askHref, closing }: QuestionList): SafeHtml {
  return askHref === undefined
    ? insetText({ text: closing })
    : html`<p class="govuk-body">${closing}</p>
${button({ text: 'Ask a question', href: askHref })}`
}

/** A question with its answer. The number is part of the text: lists without bullets are read out without theirs. */
export function answerItem(
  { number, question, answer, publishedAt, publishedOn }: ShownAnswer,
  level: 2 | 3,
): SafeHtml {
  const title = html`<span class="govuk-visually-hidden">Question </span>${number}. ${question}`
  return html`<li id="question-${number}" class="govuk-!-margin-bottom-6">
${level === 2 ? html`<h2 class="govuk-heading-m govuk-!-margin-bottom-2">${title}</h2>` : html`<h3 class="govuk-heading-m govuk-!-margin-bottom-2">${title}</h3>`}
${markdown(answer, { headingLevel: level === 2 ? 3 : 4 })}
<p class="govuk-body-s">Answered <time datetime="${publishedAt.toISOString()}">${publishedOn}</time></p>
</li>`
}
