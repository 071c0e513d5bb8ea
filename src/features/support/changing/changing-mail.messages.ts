import type { Order } from '../orders/orders.store.ts'
import { penceWords } from '../support.messages.ts'
import type { SideMail } from '../tell-sides.ts'

type Named = Pick<Order, 'reference' | 'title'>

/** To the other sides. */
export const askedMail = ({ reference, title }: Named, reason: string): SideMail => ({
  kind: 'support.change-asked',
  subject: `A change is asked for: ${title}`,
  body: `Somebody asks to change order ${reference}, “${title}”.\n\nWhy: ${reason}\n\nUntil the council and the programme team have both agreed, the order stays as it is:`,
})

export const agreedMail = ({ reference, title }: Named): SideMail => ({
  kind: 'support.change-agreed',
  subject: `The order is changed: ${title}`,
  body: `The council and the programme team have agreed to the change of order ${reference}, and it is in force:`,
})

export const refusedMail = ({ reference, title }: Named, reason: string): SideMail => ({
  kind: 'support.change-refused',
  subject: `The order is not changed: ${title}`,
  body: `The change of order ${reference} is refused, and the order stays as it is.\n\nWhy: ${reason}\n\nThe order:`,
})

/** To the council and the supplier. */
export const closedMail = ({ reference, title }: Named, acceptedPence: number, reason: string): SideMail => ({
  kind: 'support.order-closed',
  subject: `The order is closed: ${title}`,
  body: `Order ${reference} is closed at ${penceWords(acceptedPence)} without VAT, which is what was accepted of it. Nothing more is delivered. What is accepted can still be invoiced.\n\nWhy: ${reason}\n\nThe order:`,
})

/** To the council and the supplier. */
export const withdrawnMail = ({ reference, title }: Named, reason: string): SideMail => ({
  kind: 'support.order-withdrawn',
  subject: `The order is withdrawn: ${title}`,
  body: `Order ${reference} is withdrawn.\n\nWhy: ${reason}\n\nThe order:`,
})
