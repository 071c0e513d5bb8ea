import { type Answer, attachment, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fileFormRoutes, openFile } from '../../files/index.ts'
import { openOrder } from '../orders/open-order.ts'
import { orderAddresses, orderAsked } from '../orders/order-address.routes.ts'
import { readAnswerTyped, readDayTyped } from '../orders/typed-terms.ts'
import { showOrder } from '../show-order.routes.ts'
import { orderPath } from '../support.paths.ts'
import { answerDelivery } from './answer-delivery.ts'
import { addProblemText, answerProblemText, deliverProblemText } from './delivering.messages.ts'
import { deliver, filesTaken } from './send-delivery.ts'
import { addDeliverable, takeOutDeliverable } from './set-deliverables.ts'

const { team, council, supplier } = orderAddresses

/** What an order delivers: said by the programme team, delivered by the supplier, accepted by the council and the team. */
export const deliveringRoutes = (services: Services): Route[] => [
  post(`${team}/deliverables`, 'support:run', 'support.deliverable-added', async (ask) => {
    const typed = {
      title: ask.form.line('deliverable'),
      price: ask.form.line('price'),
      due: readDayTyped(ask.form, 'deliverable-due'),
    }
    const result = await addDeliverable(services, ask.actor, { ...orderAsked(ask), typed })
    if (result.ok) return back(ask, 'Added.')
    return await showOrder(services, ask, { form: 'add', errors: result.problems.map(addProblemText) })
  }),
  post(`${team}/deliverables/:number/remove`, 'support:run', 'support.deliverable-removed', async (ask) => {
    const result = await takeOutDeliverable(services, ask.actor, { ...orderAsked(ask), number: numberIn(ask) })
    if (result.ok) return back(ask, 'Taken out.')
    return await showOrder(services, ask, { form: 'remove', errors: result.problems.map(addProblemText) })
  }),
  ...fileFormRoutes(services, {
    path: `${supplier}/deliverables/:number/deliveries`,
    permission: 'support:work',
    audit: 'support.delivered',
    input: 'files',
    ...filesTaken,
    sender: async (ask) => {
      const { order, actor } = await openOrder(services.db, ask.actor, { ...orderAsked(ask), does: true })
      return { owner: { type: 'support', id: order.reference }, by: actor.personId, fundId: order.fundId }
    },
    handler: async (ask, sent) => {
      const asked = { ...orderAsked(ask), number: numberIn(ask), note: ask.form.text('note'), sent }
      const result = await deliver(services, ask.actor, asked)
      if (result.ok) return back(ask, 'Delivered. We have told the council and the programme team.')
      const errors = result.problems.map(deliverProblemText)
      return await showOrder(services, ask, { form: `deliver-${asked.number}`, errors })
    },
  }),
  post(`${team}/deliverables/:number/answers`, 'support:run', 'support.delivery-answered', (ask) =>
    answer(services, ask),
  ),
  post(`${council}/deliverables/:number/answers`, 'support:work', 'support.delivery-answered', (ask) =>
    answer(services, ask),
  ),
  ...(
    [
      [team, 'support:read'],
      [council, 'support:work'],
      [supplier, 'support:work'],
    ] as const
  ).map(([address, permission]) =>
    get(`${address}/files/:file`, permission, async (ask) => {
      const { order } = await openOrder(services.db, ask.actor, { ...orderAsked(ask), does: false })
      return attachment(await openFile(services, { type: 'support', id: order.reference }, param(ask, 'file')))
    }),
  ),
]

const numberIn = (ask: Ask): number => Number(param(ask, 'number'))

const back = (ask: Ask, flash: string): Answer => {
  const { place, reference } = orderAsked(ask)
  return seeOther(orderPath(place, reference), { flash })
}

async function answer(services: Services, ask: Ask): Promise<Answer> {
  const asked = {
    ...orderAsked(ask),
    number: numberIn(ask),
    delivery: Number(ask.form.line('delivery')),
    typed: readAnswerTyped(ask.form),
  }
  const result = await answerDelivery(services, ask.actor, asked)
  if (result.ok) return back(ask, 'Saved.')
  return await showOrder(services, ask, {
    form: `accept-${asked.number}`,
    errors: result.problems.map(answerProblemText),
  })
}
