import type { QuestionOf } from '../../../../core/forms/index.ts'
import { insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import { type FieldOf, shownText } from './field.ts'

/** What the service knows, where a person would answer otherwise: it is only shown. */
export const knownField: FieldOf<QuestionOf<'select'>> = (question, context) => {
  const value = shownText(context, context.name)
  const words = question.options.find((option) => option.value === value)?.label ?? value
  const title =
    context.place === 'heading'
      ? html`<h1 class="govuk-heading-l">${question.label}</h1>`
      : html`<h2 class="govuk-heading-m">${question.label}</h2>`
  return html`<div class="govuk-form-group" id="${context.name}" tabindex="-1">${title}${insetText({
    html: html`<p class="govuk-body">${words}</p><p class="govuk-hint">Known from the register of authorities. It changes only with the organisation that leads</p>`,
  })}</div>`
}
