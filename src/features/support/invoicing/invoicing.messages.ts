import type { FieldProblem } from '../../../core/rounds/field-problem.ts'
import type { AnswerProblem, PastDayProblem, TooEarly } from '../../../core/support/index.ts'
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

/** What comes before each of those days. */
const comesBefore: Readonly<Record<string, string>> = {
  paid: 'when it was asked for',
  dated: 'when this was ordered',
  'returned-on': 'when the first payment was made',
}

type DayWrong = PastDayProblem<string> | TooEarly<string>

/** What people read of a day that will not do as one that has come. */
export function pastDayText(problem: DayWrong): FieldText {
  const what = pastDays[problem.field] ?? 'the day'
  const must = `${what.replace('the', 'The')} must be`
  const said = (words: string) => fieldText(`${problem.field}-day`, words)
  switch (problem.code) {
    case 'day-missing':
      return said(`Enter ${what}`)
    case 'day-malformed':
      return said(`${must} a real date`)
    case 'day-to-come':
      return said(`${must} today or earlier`)
    case 'day-too-early':
      return said(`${must} ${dayInWords(problem.from)}, ${comesBefore[problem.field] ?? ''}, or later`)
  }
}

const isOfDay = (problem: FieldProblem<string> | DayWrong): problem is DayWrong =>
  ['day-missing', 'day-malformed', 'day-to-come', 'day-too-early'].includes(problem.code)

/** What is wrong with a field, or with one that holds a day that has come. */
export const fieldOrDayText = (problem: FieldProblem<string> | DayWrong): FieldText =>
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
    default:
      return fieldOrDayText(problem)
  }
}

export const payProblemText = (problem: DayWrong | { readonly code: 'nothing-waits' }): FieldText =>
  problem.code === 'nothing-waits' ? answerProblemText(problem) : pastDayText(problem)

export const invoiceAnswerText = (problem: AnswerProblem | { readonly code: 'nothing-waits' }): FieldText =>
  answerProblemText(problem)
