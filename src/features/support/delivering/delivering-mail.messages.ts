import type { Order } from '../orders/orders.store.ts'
import type { SideMail } from '../tell-sides.ts'

type Named = Pick<Order, 'reference' | 'title' | 'supplier' | 'council'>

/** To the council and the programme team. */
export const deliveredMail = ({ reference, title, supplier, council }: Named, number: number): SideMail => ({
  kind: 'support.delivered',
  subject: `Delivered for ${council}: ${title}`,
  body: `${supplier} has delivered number ${number} of order ${reference}, “${title}”. The council and the programme team each accept it or send it back, with a reason:`,
})

/** To the supplier. */
export const sentBackMail = ({ reference }: Named, deliverable: string, reason: string): SideMail => ({
  kind: 'support.sent-back',
  subject: `Sent back: ${deliverable}`,
  body: `“${deliverable}” of order ${reference} is sent back.\n\nWhy: ${reason}\n\nDeliver it again here:`,
})

/** To the supplier. */
export const acceptedMail = ({ reference }: Named, deliverable: string): SideMail => ({
  kind: 'support.accepted',
  subject: `Accepted: ${deliverable}`,
  body: `“${deliverable}” of order ${reference} is accepted by the council and the programme team:`,
})

/** To the supplier. */
export const fileRefusedMail = ({ reference }: Named, file: string): SideMail => ({
  kind: 'support.file-refused',
  subject: `A file cannot be used: ${file}`,
  body: `“${file}”, which was delivered with order ${reference}, cannot be opened by anybody: a virus was found in it, or it could not be checked. Tell your IT team, and ask the council or the programme team to send the delivery back, so that you can deliver a clean copy:`,
})
