import { button, radios } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'

export type PublicationModel = {
  readonly title: string
  readonly question: string
  readonly advice: string
  readonly standing: string
  /** Where this side says whether it may be published; undefined once it has, and for others. */
  readonly consent: { readonly action: string; readonly shown: number } | undefined
}

/** The text for the other councils, and consenting to it. */
export const publicationPart = (
  { title, question, advice, standing, consent }: PublicationModel,
  errors: readonly FieldText[],
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">For the other councils</h2>
<p class="govuk-body">${standing}</p>
<h3 class="govuk-heading-s">${title}</h3>
<p class="govuk-body app-kept-lines">${question}</p>
<p class="govuk-body app-kept-lines">${advice}</p>
${
  consent !== undefined &&
  form(
    { action: consent.action, csrf },
    html`${hidden('shown', String(consent.shown))}
${radios({
  name: 'consent',
  idPrefix: 'consent',
  classes: 'govuk-radios--inline',
  fieldset: {
    legend: {
      text: 'May this text be published to the other councils of the fund?',
      classes: 'govuk-fieldset__legend--s',
    },
  },
  errorMessage: errorAt(errors, 'consent'),
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${button({ text: 'Answer', preventDoubleClick: true })}`,
  )
}`
