import { interestStand, orderStand, supportWork } from '../../../core/support/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { Order } from '../orders/orders.store.ts'
import { daysWords, levelWords, orderTags, penceWords, standTags, workWords } from '../support.messages.ts'
import { orderPath, type Place } from '../support.paths.ts'
import type { Interest } from './interests.store.ts'
import type { Need } from './needs.store.ts'
import type { InterestLine, OrderLine } from './pages/package.ts'

const orderedWords = ({ tenthDays, closedAt }: Order): string =>
  closedAt === null ? daysWords(tenthDays) : `${daysWords(tenthDays)} ordered, closed at what was accepted`

/** An order as a line of a table. */
export const orderLine = (place: Place, order: Order): OrderLine => ({
  href: orderPath(place, order.reference),
  reference: order.reference,
  title: order.title,
  other: place.side === 'supplier' ? order.council : order.supplier,
  work: `${workWords[order.work]}, ${orderedWords(order)}`,
  due: dayInWords(order.dueOn),
  cost: penceWords(order.countedPence),
  state: orderTags[orderStand(order)],
})

/** What a supplier declared, with what was waived. */
export function interestLine({ supplierId, supplier, waiver, ...said }: Interest): InterestLine {
  const { interested, what, declaredBy, declaredAt, waivedBy } = said
  const stand = interestStand({ interested, waived: waiver !== null })
  return {
    supplierId,
    supplier,
    stand: standTags[stand],
    lines: [
      ...(what === '' ? [] : [what]),
      `Declared by ${declaredBy} on ${ukDate(declaredAt)}.`,
      ...(stand === 'interested' ? ['It cannot be given options advice.'] : []),
      ...(waiver === null ? [] : [`Waived by ${waivedBy}: ${waiver}`]),
    ],
    waivable: stand === 'interested',
  }
}

/** What is needed, in the order of the kinds of help. */
export const needLines = (needs: readonly Need[]) =>
  supportWork.flatMap((work) =>
    needs
      .filter((need) => need.work === work)
      .map(({ level, what, neededBy, saidBy, saidAt }) => ({
        work: workWords[work],
        level: levelWords[level],
        what,
        by: neededBy === null ? '' : dayInWords(neededBy),
        said: `${saidBy}, ${ukDate(saidAt)}`,
      })),
  )
