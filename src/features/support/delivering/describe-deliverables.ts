import { acceptOf, documentKinds, fileKind } from '../../../core/files/index.ts'
import { acceptingSides, deliverableStand, owesAnswer } from '../../../core/support/index.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { StoredFile } from '../../files/index.ts'
import { storedFileList } from '../../forms/index.ts'
import type { Order } from '../orders/orders.store.ts'
import { deliverableTags, penceWords, sideWords } from '../support.messages.ts'
import { orderPartPath, type Place } from '../support.paths.ts'
import type { Deliverable, Delivery } from './deliverables.store.ts'
import type { DeliverableModel, DeliverablesModel } from './pages/deliverables.ts'
import { deliveryQuestion, mostFileMegabytes, mostFiles } from './send-delivery.ts'

/** What is known where an order is looked at. `acts`: whether this person may do something to it. */
export type Looking = {
  readonly place: Place
  readonly order: Order
  readonly acts: boolean
  readonly at: Date
}

/** What an order delivers, for whoever looks at it. */
export function describeDeliverables(
  looking: Looking,
  deliverables: readonly Deliverable[],
  files: readonly StoredFile[],
): Omit<DeliverablesModel, 'add'> {
  const { order } = looking
  return {
    deliverables: deliverables.map((deliverable) => describe(looking, deliverable, files)),
    sum: sumWords(order, deliverables),
    fileLimits: {
      limits: `Up to ${mostFiles} files: ${documentKinds.map((id) => fileKind(id).name).join(', ')}. Each must be smaller than ${mostFileMegabytes} MB.`,
      accept: acceptOf(documentKinds),
    },
  }
}

function sumWords({ closedAt, netPence }: Order, deliverables: readonly Deliverable[]): string {
  if (deliverables.length === 0) return 'Nobody has said yet what is to be delivered.'
  const sum = deliverables.reduce((total, each) => total + each.netPence, 0)
  return closedAt === null
    ? `What is listed here costs ${penceWords(sum)} of the ${penceWords(netPence)} ordered, without VAT.`
    : `${penceWords(netPence)} of the ${penceWords(sum)} listed here, without VAT, was accepted before the order was closed.`
}

function describe(
  { place, order, acts, at }: Looking,
  { number, title, dueOn, netPence, deliveries }: Deliverable,
  files: readonly StoredFile[],
): DeliverableModel {
  const last = deliveries.at(-1)
  const open = deliverableStand(last?.answers, dueOn, isoDay(at))
  const stand = order.closedAt !== null && open !== 'accepted' ? 'not-delivered' : open
  const path = (...parts: readonly (string | number)[]) =>
    orderPartPath(place, order.reference, 'deliverables', number, ...parts)
  const filesOf = (delivery: number) =>
    storedFileList(
      files.filter(({ questionId }) => questionId === deliveryQuestion(number, delivery)),
      (file) => orderPartPath(place, order.reference, 'files', file),
    )
  const side = acceptingSides.find((each) => each === place.side)
  const delivers = acts && place.side === 'supplier' && stand !== 'delivered' && stand !== 'accepted'
  const answers = acts && side !== undefined && last !== undefined && owesAnswer(side, last.answers)
  return {
    number,
    title,
    state: deliverableTags[stand],
    due: dayInWords(dueOn),
    price: penceWords(netPence),
    deliveries: deliveries.map((delivery) => ({
      heading: deliveryHeading(delivery),
      note: delivery.note,
      files: filesOf(delivery.number),
      answers: delivery.answers.map(
        (answer) =>
          `${sideWords[answer.side]}: ${answer.yes ? 'accepted' : 'sent back'}${answer.by === '' ? '' : ` by ${answer.by}`} on ${ukDate(new Date(answer.at))}. ${answer.reason}`,
      ),
    })),
    deliver: delivers
      ? { form: `deliver-${number}`, action: path('deliveries'), kept: filesOf(deliveries.length + 1) }
      : undefined,
    answer: answers
      ? {
          form: `accept-${number}`,
          action: path('answers'),
          question: `Do you accept “${title}”?`,
          yes: 'Accept',
          no: 'Send back',
          delivery: last.number,
        }
      : undefined,
    removeAction: acts && place.side === 'team' && deliveries.length === 0 ? path('remove') : undefined,
  }
}

const deliveryHeading = ({ number, by, at }: Delivery): string =>
  `Delivery ${number}${by === '' ? '' : ` by ${by}`}, ${ukDate(new Date(at))}`
