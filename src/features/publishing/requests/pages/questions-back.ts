import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, details, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { dayField, errorAt, type FieldText } from '../../../../ui/patterns/index.ts'

/** Questions back to whoever asks: `ask` and `hear` are undefined where this person cannot record one, or its answer. */
export type QuestionsBack = {
  readonly questions: readonly { readonly text: string; readonly when: string }[]
  readonly ask: { readonly action: string; readonly question: string; readonly on: TypedDay } | undefined
  readonly hear: { readonly action: string; readonly on: TypedDay } | undefined
}

type Around = { readonly errors: readonly FieldText[]; readonly csrf: string }

export const questionsBackPart = ({ questions, ask, hear }: QuestionsBack, around: Around): SafeHtml => html`${
  questions.length > 0 &&
  html`<h2 class="govuk-heading-m">Asked back</h2>
<ul class="govuk-list govuk-list--spaced">${questions.map(({ text, when }) => html`<li><span class="app-kept-lines">${text}</span><br><span class="govuk-hint">${when}</span></li>`)}</ul>`
}
${hear !== undefined && hearing(hear, around)}
${ask !== undefined && asking(ask, around)}`

const hearing = ({ action, on }: NonNullable<QuestionsBack['hear']>, { errors, csrf }: Around): SafeHtml =>
  form(
    { action, csrf },
    html`${dayField({ id: 'heard', legend: 'When did their answer come?', hint: 'The time limit starts again from that day', typed: on, errors })}
${button({ text: 'Record that it came', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )

const asking = ({ action, question, on }: NonNullable<QuestionsBack['ask']>, { errors, csrf }: Around): SafeHtml =>
  details({
    summaryText: 'Ask what the request means',
    open: errors.some(({ field }) => field === 'question' || field === 'asked-day'),
    html: form(
      { action, csrf },
      html`<p class="govuk-body">Only if what is asked for cannot be found without an answer. The time limit stops until they answer, and then starts again.</p>
${textarea({ id: 'question', name: 'question', label: { text: 'What you asked', classes: 'govuk-label--s' }, rows: 3, value: question, errorMessage: errorAt(errors, 'question') })}
${dayField({ id: 'asked', legend: 'When did you ask it?', hint: 'Not before the request came', typed: on, errors })}
${button({ text: 'Record the question', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })
