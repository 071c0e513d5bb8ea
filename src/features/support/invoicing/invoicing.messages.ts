import type { FieldProblem } from '../../../core/rounds/field-problem.ts'
import type { AnswerProblem, PastDayProblem } from '../../../core/support/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { answerProblemText } from '../delivering/delivering.messages.ts'
import { fieldProblemText } from '../support.messages.ts'
import type { InvoiceState } from './invoices.store.ts'
import type { SendProblem } from './send-invoice.ts'

export const invoiceTags: Record<InvoiceState, { readonly text: string; readonly classes: string }> = {
  sent: { text: 'Sent', classes: 'govuk-tag--purple' },
  approved: { text: 'Approved', classes: 'govuk-tag--blue' },
  refused: { text: 'Refused', classes: 'govuk-tag--red' },
  paid: { text: 'Paid', classes: 'govuk-tag--green' },
}

/** What each day that has come is called. */
const pastDays: Readonly<Record<string, string>> = {
  paid: 'the day on which it was paid',
  dated: 'the date of the invoice',
  'returned-on': 'the day on which it came back',
  until: 'the day until which it was spent',
}

/** What people read of a day that will not do as one that has come. */
export const pastDayText = ({ code, field }: PastDayProblem<string>): FieldText => {
  const what = pastDays[field] ?? 'the day'
  const words = {
    'day-missing': `Enter ${what}`,
    'day-malformed': `${what.replace('the', 'The')} must be a real date`,
    'day-to-come': `${what.replace('the', 'The')} must be today or earlier`,
  }
  return fieldText(`${field}-day`, words[code])
}

const isOfDay = (problem: FieldProblem<string> | PastDayProblem<string>): problem is PastDayProblem<string> =>
  problem.code === 'day-missing' || problem.code === 'day-malformed' || problem.code === 'day-to-come'

/** What is wrong with a field, or with one that holds a day that has come. */
export const fieldOrDayText = (problem: FieldProblem<string> | PastDayProblem<string>): FieldText =>
  isOfDay(problem) ? pastDayText(problem) : fieldProblemText(problem)

export function sendProblemText(problem: SendProblem): FieldText {
  switch (problem.code) {
    case 'not-to-invoice':
      return fieldText(
        'deliverables',
        'You can only invoice for work that is accepted and not yet invoiced. Check what is left',
      )
    case 'name-there':
      return fieldText(
        'invoice',
        'You have already sent an invoice with this number for this order. Enter a different number',
      )
    case 'day-before-order':
      return fieldText(
        'dated-day',
        `The date of the invoice must be ${dayInWords(problem.orderedOn)}, when this was ordered, or later`,
      )
    default:
      return fieldOrDayText(problem)
  }
}

export const payProblemText = (problem: PastDayProblem<'paid'> | { readonly code: 'nothing-waits' }): FieldText =>
  problem.code === 'nothing-waits' ? answerProblemText(problem) : pastDayText(problem)

export const invoiceAnswerText = (problem: AnswerProblem | { readonly code: 'nothing-waits' }): FieldText =>
  answerProblemText(problem)
