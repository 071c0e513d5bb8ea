import type { TermsTyped } from '../../../core/support/index.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'

/** The terms of an order as a form gives them. */
export const readTermsTyped = (form: FormBody): TermsTyped => ({
  days: form.line('days'),
  rate: form.line('rate'),
  expenses: form.line('expenses'),
  vat: form.line('vat'),
  due: { day: form.line('due-day'), month: form.line('due-month'), year: form.line('due-year') },
})
