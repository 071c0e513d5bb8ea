import { button } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { QuestionRemoval } from '../read-draft.ts'
import { link, managedForm } from './parts.ts'

/** Asks whether a question is really to go, or says what still needs it. */
export function removeQuestionPage(
  model: QuestionRemoval & {
    readonly action: string
    readonly csrf: string
    readonly problems: readonly ProblemWords[]
  },
): Page {
  const { frame, label, needed, action, csrf } = model
  return managedForm(frame, {
    title: needed.length > 0 ? 'This question is needed' : 'Remove this question?',
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems: model.problems,
    content: html`<p class="govuk-body" id="theirs"><strong>${label}</strong></p>
<div id="needed">${
      needed.length > 0
        ? html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${needed.map((text) => html`<li>${text}</li>`)}</ul>
<p class="govuk-body">Change or remove those first.</p>
<p class="govuk-body">${link(model.editHref, 'Back to the pages and questions')}</p>`
        : html`<p class="govuk-body">It goes from this draft. Published versions and the applications that answer them keep it.</p>
${form(
  { action, csrf },
  html`${hidden('seen', model.seen)}<div class="govuk-button-group">
${button({ text: 'Remove the question', classes: 'govuk-button--warning', preventDoubleClick: true })}
${link(model.editHref, 'Keep it')}
</div>`,
)}`
    }</div>`,
  })
}
