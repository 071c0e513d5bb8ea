import type { Order } from '../orders/orders.store.ts'
import { penceWords } from '../support.messages.ts'
import type { SideMail } from '../tell-sides.ts'

type Named = Pick<Order, 'reference' | 'title' | 'supplier'>

/** To the programme team. */
export const invoicedMail = ({ reference, title, supplier }: Named, pence: number): SideMail => ({
  kind: 'support.invoiced',
  subject: `${supplier} invoices ${penceWords(pence)}: ${title}`,
  body: `${supplier} invoices ${penceWords(pence)} with VAT for what was accepted of order ${reference}. Approve or refuse it:`,
})

/** To the supplier. */
export const approvedMail = ({ reference }: Named, invoice: string): SideMail => ({
  kind: 'support.invoice-approved',
  subject: `Approved: invoice ${invoice}`,
  body: `Invoice ${invoice} for order ${reference} is approved for payment:`,
})

/** To the supplier. */
export const invoiceRefusedMail = ({ reference }: Named, invoice: string, reason: string): SideMail => ({
  kind: 'support.invoice-refused',
  subject: `Refused: invoice ${invoice}`,
  body: `Invoice ${invoice} for order ${reference} is refused.\n\nWhy: ${reason}\n\nYou can send another for the same deliverables:`,
})
