import { button, insetText } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { actionList } from '../../../ui/patterns/index.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { DraftOutline, Moves, OutlinedPage, OutlinedQuestion, OutlinedSection } from '../read-draft.ts'
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
<ul class="govuk-list"><li>${link(model.logicHref, 'Rules and checks')} (${model.clauses})</li><li>${link(model.insertSetHref, 'Add a set of questions')}</li><li>${link(model.tryHref, 'Try it out as an applicant')}</li></ul>
<div id="pages">${form({ action: model.moveAction, csrf }, html`${pages.map((page, index) => pageOf(page, index, model))}`)}</div>
<div class="govuk-button-group">${button({ text: 'Add a page', href: model.newPageHref, classes: 'govuk-button--secondary' })}
${model.newSectionHref !== undefined && button({ text: 'Add a section', href: model.newSectionHref, classes: 'govuk-button--secondary' })}</div>`,
  })
}

const pageOf = (page: OutlinedPage, index: number, model: DraftOutlineModel): SafeHtml => html`${
  page.section !== undefined && sectionOf(page.section, model)
}<section aria-labelledby="page-${page.id}">
${pageHeading(
  page,
  index,
  model.pages.some(({ section }) => section !== undefined),
)}
${conditionOf(page.condition)}
<div class="govuk-body">${actionList([
  link(page.changeHref, 'Change title and guidance', `of ${page.title}`),
  link(page.conditionHref, 'Condition', `of ${page.title}`),
  copyButton(model.copyAction, `page:${page.id}`, page.title),
  link(page.removeHref, 'Remove', page.title),
  link(page.saveSetHref, 'Keep as a set', page.title),
  ...moves(page.moves, page.title),
])}</div>
${page.questions.length === 0 ? html`<p class="govuk-body">This page has no questions yet.</p>` : listOf(page.questions, model.copyAction)}
<p class="govuk-body">${link(page.addHref, 'Add a question', `to ${page.title}`)}</p>
<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">
</section>`

const pageHeading = ({ id, title }: OutlinedPage, index: number, inSection: boolean): SafeHtml =>
  inSection
    ? html`<h3 class="govuk-heading-m" id="page-${id}">Page ${index + 1}: ${title}</h3>`
    : html`<h2 class="govuk-heading-m" id="page-${id}">Page ${index + 1}: ${title}</h2>`

const sectionOf = (section: OutlinedSection, { copyAction, moveSectionAction }: DraftOutlineModel): SafeHtml => {
  const move = (value: string | undefined, text: string) =>
    value === undefined
      ? []
      : [
          html`<button type="submit" class="app-link-button" formaction="${moveSectionAction}" name="section" value="${value}">${text}<span class="govuk-visually-hidden"> the section ${section.title}</span></button>`,
        ]
  return html`<h2 class="govuk-heading-l govuk-!-margin-top-7 govuk-!-margin-bottom-2" id="section-${section.id}">${section.title}</h2>
<div class="govuk-body">${actionList([
    link(section.changeHref, 'Change', `the section ${section.title}`),
    copyButton(copyAction, `section:${section.id}`, `the section ${section.title}`),
    link(section.removeHref, 'Remove', `the section ${section.title}`),
    ...move(section.moves.up, 'Move up'),
    ...move(section.moves.down, 'Move down'),
  ])}</div>`
}

/** The button of the form around it that sends it elsewhere, since forms cannot stand inside each other. */
const copyButton = (action: string, value: string, name: string): SafeHtml =>
  html`<button type="submit" class="app-link-button" formaction="${action}" name="part" value="${value}">Copy<span class="govuk-visually-hidden"> ${name}</span></button>`

const listOf = (questions: readonly OutlinedQuestion[], copyAction: string): SafeHtml =>
  html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${questions.map((question) => questionOf(question, copyAction))}</ol>`

const questionOf = (question: OutlinedQuestion, copyAction: string): SafeHtml => html`<li id="question-${question.id}">
<strong>${question.label}</strong><br>
<span class="govuk-hint">${question.answer}</span>${question.condition !== '' && html`<br><span class="govuk-hint">${question.condition}</span>`}
${actionList([
  link(question.changeHref, 'Change', question.label),
  link(question.conditionHref, 'Condition', question.label),
  copyButton(copyAction, `question:${question.id}`, question.label),
  link(question.removeHref, 'Remove', question.label),
  ...moves(question.moves, question.label),
])}
${question.questions.length > 0 && listOf(question.questions, copyAction)}
${question.addHref !== undefined && html`<p class="govuk-body">${link(question.addHref, 'Add a question to the group', question.label)}</p>`}
</li>`

const moves = ({ up, down }: Moves, name: string): readonly SafeHtml[] => [
  ...(up === undefined ? [] : [moveButton(up, 'Move up', name)]),
  ...(down === undefined ? [] : [moveButton(down, 'Move down', name)]),
]

const moveButton = (value: string, text: string, name: string): SafeHtml =>
  html`<button type="submit" class="app-link-button" name="move" value="${value}">${text}<span class="govuk-visually-hidden"> ${name}</span></button>`

const conditionOf = (condition: string): SafeHtml | false =>
  condition !== '' && html`<p class="govuk-hint">${condition}</p>`
