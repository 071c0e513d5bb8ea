import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, details, input, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt } from '../../../../ui/patterns/index.ts'
import { dayFields } from '../../invoicing/pages/invoices.ts'
import { type AnswerForm, answerForm } from '../../orders/pages/answer-form.ts'
import { fieldOf, type WrongForm } from '../../orders/pages/wrong-form.ts'

type PayForm = { readonly form: string; readonly action: string; readonly paid: TypedDay }

export type ClaimsModel = {
  readonly claims: readonly {
    readonly heading: string
    readonly state: { readonly text: string; readonly classes: string }
    readonly what: string
    readonly files: SafeHtml | undefined
    readonly lines: readonly string[]
    /** For the programme team: to check it, and then for another of them to approve it. */
    readonly answer: AnswerForm | undefined
    /** For the council, until it is decided. */
    readonly takeBack: { readonly form: string; readonly action: string } | undefined
    /** For the programme team, once it is approved. */
    readonly pay: PayForm | undefined
  }[]
}

/** The claims on a grant. */
export const claimsSection = (
  { claims }: ClaimsModel,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">Claims</h2>
<p class="govuk-body">One person of the programme team checks a claim, and another approves it.</p>
${claims.length === 0 && html`<p class="govuk-body">Nothing is claimed yet.</p>`}
<div class="app-cards">${claims.map(
  ({
    heading,
    state,
    what,
    files,
    lines,
    answer,
    takeBack,
    pay,
  }) => html`<div class="app-card"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading} ${tag(state)}</h3>
<p class="govuk-body app-typed">${what}</p>
${files}
${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
${answer !== undefined && answerForm(answer, wrong, csrf)}
${takeBack !== undefined && takeBackForm(takeBack, heading, wrong, csrf)}
${pay !== undefined && payForm(pay, wrong, csrf)}</div>`,
)}</div>`

const takeBackForm = (
  { form: name, action }: { readonly form: string; readonly action: string },
  heading: string,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml =>
  details({
    summaryHtml: html`Take the claim back<span class="govuk-visually-hidden">: ${heading}</span>`,
    open: wrong?.form === name,
    html: form(
      { action, csrf },
      html`${textarea({ ...fieldOf(wrong, name, 'take-back-reason'), label: { text: 'Why do you take it back?', classes: 'govuk-label--s' }, hint: { text: 'The programme team reads it. You can claim the instalment again' }, rows: 4 })}
${button({ text: 'Take the claim back', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })

function payForm({ form: name, action, paid }: PayForm, wrong: WrongForm | undefined, csrf: string): SafeHtml {
  const mine = wrong?.form === name
  return form(
    { action, csrf },
    html`${dayFields(mine ? 'paid' : `${name}-paid`, 'paid', 'When was it paid?', paid, mine ? errorAt(wrong.errors, 'paid-day') : undefined)}
${input({ ...fieldOf(wrong, name, 'reference'), label: { text: 'Payment reference', classes: 'govuk-label--s' }, hint: { text: 'As it stands in the ledger' }, classes: 'govuk-input--width-20' })}
${button({ text: 'Record the payment', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}
