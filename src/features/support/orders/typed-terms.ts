import type { AnswerTyped, TermsTyped } from '../../../core/support/index.ts'
import type { TypedDay } from '../../../core/time/typed-day.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'

/** The terms of an order as a form gives them. */
export const readTermsTyped = (form: FormBody): TermsTyped => ({
  days: form.line('days'),
  rate: form.line('rate'),
  expenses: form.line('expenses'),
  vat: form.line('vat'),
  due: readDayTyped(form, 'due'),
})

/** A day in three fields of a form. */
export const readDayTyped = (form: FormBody, field: string): TypedDay => ({
  day: form.line(`${field}-day`),
  month: form.line(`${field}-month`),
  year: form.line(`${field}-year`),
})

/** Yes or no with its reason, as a form gives it. */
export const readAnswerTyped = (form: FormBody): AnswerTyped => ({
  answer: form.line('answer'),
  reason: form.text('answer-reason'),
})
