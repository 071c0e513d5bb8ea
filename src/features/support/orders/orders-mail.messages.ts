import { dayInWords } from '../../../core/time/day.ts'
import { penceWords } from '../support.messages.ts'
import type { SideMail } from '../tell-sides.ts'
import type { Order } from './orders.store.ts'

/** To the council and the supplier. */
export const orderedMail = ({ reference, title, council, supplier, netPence, dueOn }: Order): SideMail => ({
  kind: 'support.ordered',
  subject: `Ordered for ${council}: ${title}`,
  body: `The programme team has ordered “${title}” for ${council} from ${supplier}: order ${reference}, ${penceWords(netPence)} without VAT, by ${dayInWords(dueOn)}.\n\nThe order, and what is to be delivered:`,
})
