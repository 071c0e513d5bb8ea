import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, checkboxes, dateInput, details, input, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt } from '../../../../ui/patterns/index.ts'
import { type AnswerForm, answerForm } from '../../orders/pages/answer-form.ts'
import { fieldOf, type WrongForm } from '../../orders/pages/wrong-form.ts'

type PayForm = { readonly form: string; readonly action: string; readonly paid: TypedDay }

export type InvoicesModel = {
  readonly invoices: readonly {
    readonly heading: string
    readonly state: { readonly text: string; readonly classes: string }
    readonly lines: readonly string[]
    /** For the programme team, while it waits. */
    readonly answer: AnswerForm | undefined
    /** For the programme team, once it is approved. */
    readonly pay: PayForm | undefined
  }[]
  /** What is said where there are none. */
  readonly none: string
  /** For the supplier, while something accepted is not invoiced. */
  readonly send:
    | {
        readonly action: string
        readonly dated: TypedDay
        readonly deliverables: readonly { readonly value: string; readonly text: string }[]
        readonly chosen: readonly string[]
      }
    | undefined
}

/** The invoices of an order. */
export const invoicesSection = (
  { invoices, none, send }: InvoicesModel,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">Invoices</h2>
${invoices.length === 0 && html`<p class="govuk-body">${none}</p>`}
<div class="app-cards">${invoices.map(
  ({
    heading,
    state,
    lines,
    answer,
    pay,
  }) => html`<div class="app-card"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading} ${tag(state)}</h3>
${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
${answer !== undefined && answerForm(answer, wrong, csrf)}
${pay !== undefined && payForm(pay, wrong, csrf)}</div>`,
)}</div>
${send !== undefined && sendForm(send, wrong, csrf)}`

/** A day in three fields. */
export const dayFields = (
  id: string,
  name: string,
  legend: string,
  typed: TypedDay,
  error: { text: string } | undefined,
): SafeHtml =>
  dateInput({
    id,
    namePrefix: name,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: error,
    items: (['day', 'month', 'year'] as const).map((part) => ({
      id: `${id}-${part}`,
      name: part,
      value: typed[part],
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
    })),
  })

function payForm({ form: name, action, paid }: PayForm, wrong: WrongForm | undefined, csrf: string): SafeHtml {
  const mine = wrong?.form === name
  return form(
    { action, csrf },
    html`${dayFields(mine ? 'paid' : `${name}-paid`, 'paid', 'When was it paid?', paid, mine ? errorAt(wrong.errors, 'paid-day') : undefined)}
${button({ text: 'Record the payment', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}

const sendForm = (
  { action, dated, deliverables, chosen }: NonNullable<InvoicesModel['send']>,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => {
  const errors = wrong?.form === 'invoice' ? wrong.errors : []
  return details({
    summaryText: 'Send an invoice',
    open: wrong?.form === 'invoice',
    html: form(
      { action, csrf },
      html`${checkboxes({
        idPrefix: 'deliverables',
        name: 'deliverables',
        fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: 'What is accepted and not invoiced yet, at the price agreed. VAT is added as the order has it' },
        errorMessage: errorAt(errors, 'deliverables'),
        values: chosen,
        items: deliverables.map((item) => ({ ...item })),
      })}
${input({ ...fieldOf(wrong, 'invoice', 'invoice'), label: { text: 'Your invoice number', classes: 'govuk-label--s' }, classes: 'govuk-input--width-10' })}
${dayFields('dated', 'dated', 'Date of the invoice', dated, errorAt(errors, 'dated-day'))}
${button({ text: 'Send the invoice', preventDoubleClick: true })}`,
    ),
  })
}
