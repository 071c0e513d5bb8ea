import { orderCost, orderStand } from '../../../core/support/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import { countsWords, daysWords, orderTags, penceWords, workWords } from '../support.messages.ts'
import type { Order } from './orders.store.ts'

function endedWords({ withdrawnAt, reason, closedAt, closedReason }: Order): string {
  if (withdrawnAt !== null) return `Withdrawn on ${ukDate(withdrawnAt)}: ${reason}`
  return closedAt === null
    ? ''
    : `Closed early on ${ukDate(closedAt)}, so that only what was accepted is paid for. Why: ${closedReason}`
}

/** What it costs without VAT; of an order that is closed, what was ordered and what was accepted of it. */
const netRows = (order: Order) =>
  order.closedAt === null
    ? [{ key: 'Without VAT', value: penceWords(order.netPence) }]
    : [
        { key: 'Ordered, without VAT', value: penceWords(orderCost(order, order.vat).netPence) },
        { key: 'Accepted, without VAT', value: penceWords(order.netPence) },
      ]

/** What an order says, by its terms in force. */
export const describeOrder = (order: Order) => ({
  reference: order.reference,
  title: order.title,
  state: orderTags[orderStand(order)],
  ended: endedWords(order),
  what: order.what,
  rows: [
    { key: 'For', value: `${order.council}, award ${order.application}` },
    { key: 'Paid by', value: order.fundName },
    { key: 'Supplier', value: order.supplier },
    { key: 'Lot', value: order.lot },
    { key: 'Kind of help', value: workWords[order.work] },
    { key: 'Ordered', value: ukDate(order.orderedAt) },
    { key: 'Done by', value: dayInWords(order.dueOn) },
    {
      key: order.closedAt === null ? 'Days' : 'Days ordered',
      value: `${daysWords(order.tenthDays)} at ${penceWords(order.ratePence)} a day`,
    },
    ...(order.expensesPence === 0 ? [] : [{ key: 'Expenses', value: `At most ${penceWords(order.expensesPence)}` }]),
    ...netRows(order),
    { key: `VAT at ${order.vatPercent}%`, value: penceWords(order.vatPence) },
    { key: 'Cost to the award', value: `${penceWords(order.countedPence)}. ${countsWords[order.vat]}` },
  ],
})
