import { button, insetText } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { DraftOutline, Moves, OutlinedPage, OutlinedQuestion } from '../read-draft.ts'
import { link, managedForm } from './parts.ts'

export type DraftOutlineModel = DraftOutline & { readonly csrf: string; readonly problems: readonly ProblemWords[] }

/** Every page and question of a draft, to be put in order, changed, added and removed. */
export function draftOutlinePage(model: DraftOutlineModel): Page {
  const { frame, pages, csrf } = model
  return managedForm(frame, {
    title: `Edit version ${model.number}`,
    caption: model.caption,
    trail: [{ text: `Version ${model.number}`, href: model.versionHref }],
    problems: model.problems,
    content: html`${insetText({ html: html`Every change is saved in the draft at once. Applicants see nothing of it until it is published and chosen for a round. ${link(model.previewHref, 'See it as an applicant does')} or ${link(model.versionHref, 'see what has changed and publish it')}.` })}
<p class="govuk-body"><strong>${model.title}</strong><br>${link(model.titleHref, 'Change title and guidance', 'of the form')}</p>
<div id="pages">${form({ action: model.moveAction, csrf }, html`${pages.map((page, index) => pageOf(page, index))}`)}</div>
${pages.map(removal(csrf))}
${button({ text: 'Add a page', href: model.newPageHref, classes: 'govuk-button--secondary' })}`,
  })
}

const pageOf = (page: OutlinedPage, index: number): SafeHtml => html`${
  page.section !== '' && html`<p class="govuk-caption-l">${page.section}</p>`
}<section aria-labelledby="page-${page.id}">
<h2 class="govuk-heading-m" id="page-${page.id}">Page ${index + 1}: ${page.title}</h2>
${conditionOf(page.condition)}
<div class="govuk-body">${actions([link(page.changeHref, 'Change title and guidance', `of ${page.title}`), ...moves(page.moves, page.title)])}</div>
${page.questions.length === 0 ? html`<p class="govuk-body">This page has no questions yet.</p>` : listOf(page.questions)}
<p class="govuk-body">${link(page.addHref, 'Add a question', `to ${page.title}`)}</p>
<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">
</section>`

const listOf = (questions: readonly OutlinedQuestion[]): SafeHtml =>
  html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${questions.map(questionOf)}</ol>`

const questionOf = (question: OutlinedQuestion): SafeHtml => html`<li id="question-${question.id}">
<strong>${question.label}</strong><br>
<span class="govuk-hint">${question.answer}</span>${question.condition !== '' && html`<br><span class="govuk-hint">${question.condition}</span>`}
${actions([link(question.changeHref, 'Change', question.label), link(question.removeHref, 'Remove', question.label), ...moves(question.moves, question.label)])}
${question.questions.length > 0 && listOf(question.questions)}
</li>`

/** What can be done, with a line between each and the next. */
const actions = (items: readonly SafeHtml[]): SafeHtml =>
  html`<ul class="govuk-summary-list__actions-list">${items.map((item) => html`<li class="govuk-summary-list__actions-list-item">${item}</li>`)}</ul>`

const moves = ({ up, down }: Moves, name: string): readonly SafeHtml[] => [
  ...(up === undefined ? [] : [moveButton(up, 'Move up', name)]),
  ...(down === undefined ? [] : [moveButton(down, 'Move down', name)]),
]

const moveButton = (value: string, text: string, name: string): SafeHtml =>
  html`<button type="submit" class="app-link-button" name="move" value="${value}">${text}<span class="govuk-visually-hidden"> ${name}</span></button>`

const conditionOf = (condition: string): SafeHtml | false =>
  condition !== '' && html`<p class="govuk-hint">${condition}</p>`

/** Forms cannot stand inside each other, so empty pages are removed below the list. */
const removal =
  (csrf: string) =>
  ({ removeAction, title }: OutlinedPage): SafeHtml | false =>
    removeAction !== undefined &&
    form(
      { action: removeAction, csrf },
      button({
        text: `Remove the empty page “${title}”`,
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      }),
    )
