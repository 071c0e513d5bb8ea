import type { Deliverable } from '../delivering/deliverables.store.ts'
import type { Looking } from '../delivering/describe-deliverables.ts'
import { penceWords } from '../support.messages.ts'
import { orderPartPath } from '../support.paths.ts'
import { acceptedOf, whyNotClosed } from './close-order.ts'
import type { ChangesModel } from './pages/changes.ts'

/** How the programme team can end an order: withdraw it while nothing was delivered, or close it at what was accepted. */
export function describeEnding(
  { place, order, acts }: Looking,
  deliverables: readonly Deliverable[],
): ChangesModel['end'] {
  if (!acts || place.side !== 'team') return undefined
  const whyNot = whyNotClosed(deliverables, order.netPence)
  if (whyNot?.code === 'nothing-delivered')
    return {
      form: 'withdraw',
      action: orderPartPath(place, order.reference, 'withdraw'),
      title: 'Withdraw the order',
      what: 'All that it costs comes back to the award.',
      question: 'Why is it withdrawn?',
    }
  if (whyNot?.code === 'nothing-left') return undefined
  const accepted = acceptedOf(deliverables)
  return {
    form: 'close',
    action: orderPartPath(place, order.reference, 'close'),
    title: 'Close the order early',
    what: `It then costs ${penceWords(accepted)} without VAT, which is what is accepted. ${penceWords(order.netPence - accepted)} comes back to the award.`,
    question: 'Why is it closed?',
  }
}
