import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { orderAddresses, orderAsked } from '../orders/order-address.routes.ts'
import { readAnswerTyped, readTermsTyped } from '../orders/typed-terms.ts'
import { showOrder } from '../show-order.routes.ts'
import { orderPath } from '../support.paths.ts'
import { answerChange, askChange } from './change-order.ts'
import { changeAnswerText, changeProblemText, closeProblemText, withdrawProblemText } from './changing.messages.ts'
import { closeOrder } from './close-order.ts'
import { withdrawOrder } from './withdraw-order.ts'

const { team, council, supplier } = orderAddresses

/** Changes of an order: asked for by any side, agreed by the council and the programme team. */
export const changingRoutes = (services: Services): Route[] => [
  post(`${team}/changes`, 'support:run', 'support.change-asked', (ask) => request(services, ask)),
  post(`${council}/changes`, 'support:work', 'support.change-asked', (ask) => request(services, ask)),
  post(`${supplier}/changes`, 'support:work', 'support.change-asked', (ask) => request(services, ask)),
  post(`${team}/changes/:number/answers`, 'support:run', 'support.change-answered', (ask) => answer(services, ask)),
  post(`${council}/changes/:number/answers`, 'support:work', 'support.change-answered', (ask) => answer(services, ask)),
  post(`${team}/withdraw`, 'support:run', 'support.order-withdrawn', async (ask) => {
    const asked = { ...orderAsked(ask), reason: ask.form.line('withdraw-reason') }
    const result = await withdrawOrder(services, ask.actor, asked)
    if (result.ok) return back(ask, 'The order is withdrawn. We have told the council and the supplier.')
    return await showOrder(services, ask, { form: 'withdraw', errors: result.problems.map(withdrawProblemText) })
  }),
  post(`${team}/close`, 'support:run', 'support.order-closed', async (ask) => {
    const asked = { ...orderAsked(ask), reason: ask.form.line('close-reason') }
    const result = await closeOrder(services, ask.actor, asked)
    if (result.ok) return back(ask, 'The order is closed. We have told the council and the supplier.')
    return await showOrder(services, ask, { form: 'close', errors: result.problems.map(closeProblemText) })
  }),
]

const back = (ask: Ask, flash: string): Answer => {
  const { place, reference } = orderAsked(ask)
  return seeOther(orderPath(place, reference), { flash })
}

async function request(services: Services, ask: Ask): Promise<Answer> {
  const asked = { ...orderAsked(ask), typed: readTermsTyped(ask.form), reason: ask.form.line('change-reason') }
  const result = await askChange(services, ask.actor, asked)
  if (result.ok)
    return back(ask, 'The change is asked for. It takes effect once the council and the programme team agree.')
  return await showOrder(services, ask, { form: 'change', errors: result.problems.map(changeProblemText) })
}

async function answer(services: Services, ask: Ask): Promise<Answer> {
  const asked = { ...orderAsked(ask), number: Number(param(ask, 'number')), typed: readAnswerTyped(ask.form) }
  const result = await answerChange(services, ask.actor, asked)
  if (result.ok) return back(ask, 'Saved.')
  return await showOrder(services, ask, {
    form: `change-${asked.number}`,
    errors: result.problems.map(changeAnswerText),
  })
}
