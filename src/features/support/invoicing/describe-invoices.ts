import { dayInWords } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { Deliverable } from '../delivering/deliverables.store.ts'
import type { Looking } from '../delivering/describe-deliverables.ts'
import { penceWords } from '../support.messages.ts'
import { orderPartPath, type Place } from '../support.paths.ts'
import type { Invoice } from './invoices.store.ts'
import { invoiceTags } from './invoicing.messages.ts'

/** What is said where no invoice was sent, by who looks. */
export const noInvoicesWords = (side: Place['side']): string =>
  side === 'supplier'
    ? 'None yet. You can invoice what is accepted.'
    : 'None yet. The supplier can invoice what is accepted.'

/** An invoice for whoever looks at its order. */
export function describeInvoice(
  { place, order, acts }: Looking,
  deliverables: readonly Deliverable[],
  { number, name, datedOn, netPence, vatPence, state, sentAt, sentBy, answeredBy, reason, paidOn, ...of }: Invoice,
) {
  const path = (part: string) => orderPartPath(place, order.reference, 'invoices', number, part)
  const runs = acts && place.side === 'team'
  const titles = deliverables.filter((each) => of.deliverables.includes(each.number)).map(({ title }) => title)
  return {
    heading: `Invoice ${name}: ${penceWords(netPence + vatPence)}`,
    state: invoiceTags[state],
    lines: [
      `Dated ${dayInWords(datedOn)}${sentBy === '' ? '' : `, sent by ${sentBy}`} on ${ukDate(sentAt)}. ${penceWords(netPence)} and VAT of ${penceWords(vatPence)}, for: ${titles.join('; ')}.`,
      ...(reason === ''
        ? []
        : [
            `${state === 'refused' ? 'Refused' : 'Approved'}${answeredBy === null ? '' : ` by ${answeredBy}`}: ${reason}`,
          ]),
      ...(paidOn === null ? [] : [`Paid on ${dayInWords(paidOn)}.`]),
    ],
    answer:
      runs && state === 'sent'
        ? {
            form: `invoice-${number}`,
            action: path('answers'),
            question: `Do you approve invoice ${name}?`,
            yes: 'Approve',
            no: 'Refuse',
          }
        : undefined,
    payAction: runs && state === 'approved' ? { form: `paid-${number}`, action: path('paid') } : undefined,
  }
}
