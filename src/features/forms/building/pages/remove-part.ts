import { button, radios } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { link, managedForm } from '../../pages/parts.ts'
import type { PartRemoval } from '../read-parts.ts'

export type RemovePartModel = PartRemoval & {
  readonly action: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** Asks whether a page or section is really to go, and names what would still need its questions. */
export function removePartPage(model: RemovePartModel): Page {
  const { kind, title, questions, needed } = model
  return managedForm(model.frame, {
    title: `Remove this ${kind}?`,
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems: model.problems,
    content: html`<p class="govuk-body"><strong>${title}</strong></p>
<div id="needed">${
      needed.length > 0 &&
      html`<p class="govuk-body">${kind === 'page' ? 'It cannot be removed' : 'Its pages cannot be removed'} while something else needs its questions:</p>
<ul class="govuk-list govuk-list--bullet">${needed.map((text) => html`<li>${text}</li>`)}</ul>`
    }</div>
${questions.length > 0 && html`<p class="govuk-body">With its questions:</p><ul class="govuk-list govuk-list--bullet">${questions.map((label) => html`<li>${label}</li>`)}</ul>`}
<p class="govuk-body">What is removed goes from this draft. Published versions and the applications that answer them keep it.</p>
${
  kind === 'page' && needed.length > 0
    ? html`<p class="govuk-body">${link(model.editHref, 'Back to the pages and questions')}</p>`
    : form(
        { action: model.action, csrf: model.csrf },
        html`${hidden('seen', model.seen)}${
          kind === 'section' &&
          radios({
            name: 'what',
            idPrefix: 'what',
            fieldset: { legend: { text: 'What is to go?', classes: 'govuk-fieldset__legend--s' } },
            value: 'heading',
            items: [
              { value: 'heading', text: 'The heading only', hint: { text: 'Its pages join the section before it' } },
              ...(needed.length > 0 ? [] : [{ value: 'pages', text: 'The section with its pages and questions' }]),
            ],
          })
        }<div class="govuk-button-group">${button({ text: `Remove the ${kind}`, classes: 'govuk-button--warning', preventDoubleClick: true })}${link(model.editHref, 'Keep it')}</div>`,
      )
}`,
  })
}
