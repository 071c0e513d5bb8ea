import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { orderAddresses, orderAsked } from '../orders/order-address.routes.ts'
import { readAnswerTyped, readDayTyped } from '../orders/typed-terms.ts'
import { showOrder } from '../show-order.routes.ts'
import { orderPath } from '../support.paths.ts'
import { answerInvoice, payInvoice } from './answer-invoice.ts'
import { invoiceAnswerText, payProblemText, sendProblemText } from './invoicing.messages.ts'
import { sendInvoice } from './send-invoice.ts'

const { team, supplier } = orderAddresses

/** Invoices: sent by the supplier for what was accepted, approved and paid by the programme team. */
export const invoicingRoutes = (services: Services): Route[] => [
  post(`${supplier}/invoices`, 'support:work', 'support.invoiced', async (ask) => {
    const { form } = ask
    const typed = {
      name: form.line('invoice'),
      dated: readDayTyped(form, 'dated'),
      deliverables: form.all('deliverables'),
    }
    const result = await sendInvoice(services, ask.actor, { ...orderAsked(ask), typed })
    if (result.ok) return back(ask, 'The invoice is sent to the programme team.')
    return await showOrder(services, ask, { form: 'invoice', errors: result.problems.map(sendProblemText) })
  }),
  post(`${team}/invoices/:number/answers`, 'support:run', 'support.invoice-answered', async (ask) => {
    const asked = { ...of(ask), typed: readAnswerTyped(ask.form) }
    const result = await answerInvoice(services, ask.actor, asked)
    if (result.ok) return back(ask, 'Saved. We have told the supplier.')
    const errors = result.problems.map(invoiceAnswerText)
    return await showOrder(services, ask, { form: `invoice-${asked.number}`, errors })
  }),
  post(`${team}/invoices/:number/paid`, 'support:run', 'support.invoice-paid', async (ask) => {
    const asked = { ...of(ask), paid: readDayTyped(ask.form, 'paid') }
    const result = await payInvoice(services, ask.actor, asked)
    if (result.ok) return back(ask, 'The payment is recorded.')
    return await showOrder(services, ask, { form: `paid-${asked.number}`, errors: result.problems.map(payProblemText) })
  }),
]

const of = (ask: Ask) => ({ ...orderAsked(ask), number: Number(param(ask, 'number')) })

const back = (ask: Ask, flash: string): Answer => {
  const { place, reference } = orderAsked(ask)
  return seeOther(orderPath(place, reference), { flash })
}
