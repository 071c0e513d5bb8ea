import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, dateInput, details, input, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, filesInput } from '../../../../ui/patterns/index.ts'
import { type AnswerForm, answerForm } from '../../orders/pages/answer-form.ts'
import { fieldOf, type WrongForm } from '../../orders/pages/wrong-form.ts'
import { keptFiles } from './kept-files.ts'

export type DeliveryModel = {
  readonly heading: string
  readonly note: string
  readonly files: SafeHtml | undefined
  readonly answers: readonly string[]
}

export type DeliverableModel = {
  readonly number: number
  readonly title: string
  readonly state: { readonly text: string; readonly classes: string }
  readonly due: string
  readonly price: string
  readonly deliveries: readonly DeliveryModel[]
  /** For the supplier, while it is to deliver. */
  readonly deliver: { readonly form: string; readonly action: string; readonly kept: SafeHtml | undefined } | undefined
  /** For the council and the programme team, while it is theirs to say. */
  readonly answer: (Omit<AnswerForm, 'hidden'> & { readonly delivery: number }) | undefined
  /** For the programme team, while nothing was delivered. */
  readonly removeAction: string | undefined
}

export type DeliverablesModel = {
  readonly deliverables: readonly DeliverableModel[]
  readonly sum: string
  /** For the programme team. */
  readonly add: { readonly action: string; readonly due: TypedDay } | undefined
  readonly fileLimits: { readonly limits: string; readonly accept: string }
}

/** What an order delivers, with every delivery and what was said of it. */
export const deliverablesSection = (
  { deliverables, sum, add, fileLimits }: DeliverablesModel,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">What is delivered</h2>
<p class="govuk-body">${sum}</p>
<div class="app-cards">${deliverables.map((deliverable) => card(deliverable, fileLimits, wrong, csrf))}</div>
${add !== undefined && addForm(add, wrong, csrf)}`

const card = (
  { number, title, state, due, price, deliveries, deliver, answer, removeAction }: DeliverableModel,
  fileLimits: DeliverablesModel['fileLimits'],
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => html`<div class="app-card"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${number}. ${title} ${tag(state)}</h3>
<p class="govuk-body">Due ${due}. ${price} without VAT.</p>
${deliveries.map(deliveryOf)}
${
  deliver !== undefined &&
  form(
    { action: deliver.action, csrf, enctype: 'multipart/form-data' },
    html`${textarea({ ...fieldOf(wrong, deliver.form, 'note'), label: { text: 'What do you deliver?', classes: 'govuk-label--s' }, rows: 3 })}
${keptFiles(deliver.kept)}
${filesInput(deliver.action, { ...fileField(wrong, deliver.form), label: { text: 'Files (optional)', classes: 'govuk-label--s' }, hint: { text: fileLimits.limits }, multiple: true, attributes: { accept: fileLimits.accept } })}
${button({ html: html`Deliver<span class="govuk-visually-hidden"> ${title}</span>`, preventDoubleClick: true })}`,
  )
}
${answer !== undefined && answerForm({ ...answer, hidden: hidden('delivery', answer.delivery) }, wrong, csrf)}
${
  removeAction !== undefined &&
  form(
    { action: removeAction, csrf },
    button({
      html: html`Take out<span class="govuk-visually-hidden"> ${title}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    }),
  )
}</div>`

const fileField = (wrong: WrongForm | undefined, form: string) => {
  const { value: _, ...field } = fieldOf(wrong, form, 'files')
  return field
}

const deliveryOf = ({
  heading,
  note,
  files,
  answers,
}: DeliveryModel): SafeHtml => html`<h4 class="govuk-heading-s govuk-!-margin-bottom-1">${heading}</h4>
<p class="govuk-body app-typed">${note}</p>
${files}
${answers.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${answers.map((answer) => html`<li>${answer}</li>`)}</ul>`}`

const addForm = (
  { action, due }: NonNullable<DeliverablesModel['add']>,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml =>
  details({
    summaryText: 'Add what is to be delivered',
    open: wrong?.form === 'add',
    html: form(
      { action, csrf },
      html`${input({ ...fieldOf(wrong, 'add', 'deliverable'), label: { text: 'What is it?', classes: 'govuk-label--s' }, hint: { text: 'Such as “Draft options report”' } })}
${input({ ...fieldOf(wrong, 'add', 'price'), label: { text: 'Its price, without VAT', classes: 'govuk-label--s' }, hint: { text: 'The prices of all deliverables are no more than the order' }, prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal' })}
${dateInput({
  id: 'deliverable-due',
  namePrefix: 'deliverable-due',
  fieldset: { legend: { text: 'When is it due?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(wrong?.form === 'add' ? wrong.errors : [], 'deliverable-due-day'),
  items: (['day', 'month', 'year'] as const).map((part) => ({
    name: part,
    value: due[part],
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
  })),
})}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })
