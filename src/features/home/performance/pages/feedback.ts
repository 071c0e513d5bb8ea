import { button, radios } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, problemSummary } from '../../../../ui/patterns/index.ts'

export type FeedbackModel = {
  readonly action: string
  readonly after: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly errors: readonly FieldText[]
  readonly helpHref: string
  readonly csrf: string
}

/** One question, of which nobody is known to have answered it. */
export const feedbackPage = (model: FeedbackModel): Page => ({
  title: 'What do you think of this service?',
  hasErrors: model.errors.length > 0,
  main: html`${problemSummary(model.errors)}
<h1 class="govuk-heading-xl">What do you think of this service?</h1>
<p class="govuk-body">We keep your answer and its day, and nothing about you. It counts towards what we publish of how the service performs, and towards nothing else. If you want an answer, <a class="govuk-link" href="${model.helpHref}">write to the programme team</a>.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`<input type="hidden" name="after" value="${model.after}">
${radios({
  name: 'rating',
  idPrefix: 'rating',
  fieldset: {
    legend: { text: 'Overall, how satisfied are you with this service?', classes: 'govuk-fieldset__legend--m' },
  },
  items: model.choices,
  errorMessage: errorAt(model.errors, 'rating'),
})}
${button({ text: 'Send', preventDoubleClick: true })}`,
)}`,
})

/** That it was kept. */
export const feedbackSentPage = (performanceHref: string): Page => ({
  title: 'Thank you',
  main: html`<h1 class="govuk-heading-xl">Thank you</h1>
<p class="govuk-body">Your answer counts towards <a class="govuk-link" href="${performanceHref}">how this service performs</a>.</p>`,
})
