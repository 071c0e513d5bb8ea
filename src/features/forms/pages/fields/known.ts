import { asksForKind, type QuestionOf } from '../../../../core/forms/index.ts'
import { insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import { type FieldOf, shownText } from './field.ts'

/** What the service knows, where a person would answer otherwise: it is only shown. */
export const knownField: FieldOf<QuestionOf<'select'>> = (question, context) => {
  const value = shownText(context, context.name)
  const words = question.options.find((option) => option.value === value)?.label ?? 'Not known'
  const title = {
    heading: html`<h1 class="govuk-heading-l">${question.label}</h1>`,
    page: html`<h2 class="govuk-heading-m">${question.label}</h2>`,
    inside: html`<h3 class="govuk-heading-s">${question.label}</h3>`,
  }[context.place]
  const changes = asksForKind(question) ? 'authority that is chosen above' : 'organisation that leads'
  return html`<div class="govuk-form-group" id="${context.name}" tabindex="-1">${title}${insetText({
    html: html`<p class="govuk-body">${words}</p><p class="govuk-hint">Known from the register of authorities. It changes only with the ${changes}</p>`,
  })}</div>`
}
