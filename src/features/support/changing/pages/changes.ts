import { button, details, input, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { type AnswerForm, answerForm } from '../../orders/pages/answer-form.ts'
import { type TermsForm, termsFields } from '../../orders/pages/new-order.ts'
import { fieldOf, type WrongForm } from '../../orders/pages/wrong-form.ts'

type EndForm = {
  readonly form: 'withdraw' | 'close'
  readonly action: string
  readonly title: string
  readonly what: string
  readonly question: string
}

export type ChangesModel = {
  /** Every version of the terms, the last one first. */
  readonly versions: readonly {
    readonly number: number
    readonly state: { readonly text: string; readonly classes: string }
    readonly terms: string
    readonly cost: string
    readonly asked: string
    readonly answers: readonly string[]
  }[]
  /** For those who have to agree to what waits. */
  readonly answer: AnswerForm | undefined
  /** For everybody whom the order concerns, while no change waits. */
  readonly ask: (TermsForm & { readonly action: string }) | undefined
  /** For the programme team: withdrawing while nothing was delivered, else closing short. */
  readonly end: EndForm | undefined
}

/** Every version of the terms of an order, and asking for another. */
export const changesSection = (
  { versions, answer, ask, end }: ChangesModel,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">Terms and changes</h2>
<div class="app-cards">${versions.map(
  ({
    number,
    state,
    terms,
    cost,
    asked,
    answers,
  }) => html`<div class="app-card"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">Version ${number} ${tag(state)}</h3>
<p class="govuk-body">${terms}. ${cost}</p>
<p class="govuk-body">${asked}</p>
${answers.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${answers.map((text) => html`<li>${text}</li>`)}</ul>`}</div>`,
)}</div>
${answer !== undefined && answerForm(answer, wrong, csrf)}
${
  ask !== undefined &&
  details({
    summaryText: 'Ask for a change',
    open: wrong?.form === 'change',
    html: form(
      { action: ask.action, csrf },
      html`<p class="govuk-body">The change takes effect once the council and the programme team have both agreed.</p>
${termsFields(ask)}
${input({ ...fieldOf(wrong, 'change', 'change-reason'), label: { text: 'Why does it change?', classes: 'govuk-label--s' } })}
${button({ text: 'Ask for the change', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })
}
${end !== undefined && endForm(end, wrong, csrf)}`

const endForm = ({ form: name, action, title, what, question }: EndForm, wrong: WrongForm | undefined, csrf: string) =>
  details({
    summaryText: title,
    open: wrong?.form === name,
    html: form(
      { action, csrf },
      html`<p class="govuk-body">${what}</p>
${input({ ...fieldOf(wrong, name, `${name}-reason`), label: { text: question, classes: 'govuk-label--s' }, hint: { text: 'The council and the supplier will read this' } })}
${button({ text: title, classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
