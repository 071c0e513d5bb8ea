import { supportWork, vatPercents } from '../../../../core/support/index.ts'
import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, dateInput, input, insetText, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { workWords } from '../../support.messages.ts'

/** The terms of an order as typed, with what is wrong with them. */
export type TermsForm = {
  readonly typed: {
    readonly days: string
    readonly rate: string
    readonly expenses: string
    readonly vat: string
    readonly due: TypedDay
  }
  readonly errors: readonly FieldText[]
}

export type NewOrderModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly council: string
  readonly left: string
  readonly counts: string
  readonly offers: readonly {
    readonly value: string
    readonly text: string
    /** The kinds of help that are bought under the lot. */
    readonly works: string
    /** How the supplier stands to the award, where that bars something; '' else. */
    readonly stand: string
  }[]
  /** Where an interest is waived; undefined where no supplier has one that bars it. */
  readonly waiveHref: string | undefined
  readonly suppliersHref: string
  readonly typed: TermsForm['typed'] & {
    readonly offer: string
    readonly work: string
    readonly title: string
    readonly what: string
  }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Where support is ordered for an award. */
export const newOrderPage = (model: NewOrderModel): Page => ({
  title: 'Order support',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Order support' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.council}</span>Order support</h1>
${insetText({ text: `${model.left} ${model.counts}` })}
${model.offers.length === 0 ? html`<p class="govuk-body">No supplier has a lot for this award. <a class="govuk-link" href="${model.suppliersHref}">Add lots and suppliers</a> first.</p>` : orderForm(model)}`,
})

const offerFields = ({ offers, waiveHref, typed, errors }: NewOrderModel): SafeHtml =>
  radios({
    idPrefix: 'offer',
    name: 'offer',
    fieldset: { legend: { text: 'Supplier and lot', classes: 'govuk-fieldset__legend--s' } },
    hint:
      waiveHref === undefined
        ? undefined
        : {
            html: html`A supplier with an interest cannot advise on the options until you <a class="govuk-link" href="${waiveHref}">waive the interest</a>`,
          },
    errorMessage: errorAt(errors, 'offer'),
    value: typed.offer,
    items: offers.map(({ value, text, works, stand }) => ({
      value,
      text,
      hint: { html: html`${works}${stand !== '' && html`<br><strong>${stand}</strong>`}` },
    })),
  })

const orderForm = (model: NewOrderModel): SafeHtml => {
  const { typed, errors, action, csrf } = model
  return form(
    { action, csrf },
    html`${offerFields(model)}
${radios({
  idPrefix: 'work',
  name: 'work',
  fieldset: { legend: { text: 'What kind of help is it?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(errors, 'work'),
  value: typed.work,
  items: supportWork.map((work) => ({ value: work, text: workWords[work] })),
})}
${input({ id: 'title', name: 'title', label: { text: 'Title', classes: 'govuk-label--s' }, hint: { text: 'Such as “Pension advice on a staff transfer”' }, value: typed.title, errorMessage: errorAt(errors, 'title') })}
${textarea({ id: 'what', name: 'what', label: { text: 'What is to be done?', classes: 'govuk-label--s' }, rows: 5, value: typed.what, errorMessage: errorAt(errors, 'what') })}
${termsFields({ typed, errors })}
${button({ text: 'Order', preventDoubleClick: true })}`,
  )
}

/** The fields of the terms of an order: to order, and to ask for a change. */
export const termsFields = ({ typed, errors }: TermsForm): SafeHtml =>
  html`${input({ id: 'days', name: 'days', label: { text: 'Days', classes: 'govuk-label--s' }, hint: { text: 'Tenths of a day will do, such as 12.5' }, classes: 'govuk-input--width-5', inputmode: 'decimal', value: typed.days, errorMessage: errorAt(errors, 'days') })}
${input({ id: 'rate', name: 'rate', label: { text: 'Day rate, without VAT', classes: 'govuk-label--s' }, prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal', value: typed.rate, errorMessage: errorAt(errors, 'rate') })}
${input({ id: 'expenses', name: 'expenses', label: { text: 'Expenses, without VAT (optional)', classes: 'govuk-label--s' }, hint: { text: 'The most that will be paid' }, prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal', value: typed.expenses, errorMessage: errorAt(errors, 'expenses') })}
${radios({
  idPrefix: 'vat',
  name: 'vat',
  classes: 'govuk-radios--inline',
  fieldset: { legend: { text: 'Rate of VAT', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(errors, 'vat'),
  value: typed.vat,
  items: vatPercents.map((percent) => ({ value: String(percent), text: `${percent}%` })),
})}
${dateInput({
  id: 'due',
  namePrefix: 'due',
  fieldset: { legend: { text: 'By when must it be done?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(errors, 'due-day'),
  items: (['day', 'month', 'year'] as const).map((part) => ({
    name: part,
    value: typed.due[part],
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
  })),
})}`
