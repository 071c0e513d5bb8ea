import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  type AnswerProblem,
  type AnswerTyped,
  type PastDayProblem,
  readAnswer,
  readDayBetween,
  type TooEarly,
} from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { TypedDay } from '../../../core/time/typed-day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import type { Order } from '../orders/orders.store.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { type Invoice, invoicesOf, markAnswered, markPaid } from './invoices.store.ts'
import { approvedMail, invoiceRefusedMail } from './invoicing-mail.messages.ts'

type Asked = OrderDoing & { readonly number: number }

type Stale = { readonly code: 'nothing-waits' }

/** Approves an invoice for payment, or refuses it, with a reason. @throws {NotFound} if this person does not run the fund */
export async function answerInvoice(
  services: Services,
  actor: Actor,
  { number, typed, ...asked }: Asked & { readonly typed: AnswerTyped },
): Promise<Result<null, AnswerProblem | Stale>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['team'], 'closed-too')
    const invoice = await invoiceOf(tx, order, number)
    if (invoice.state !== 'sent') return refused({ code: 'nothing-waits' })
    const read = readAnswer(typed)
    if (!read.ok) return read
    const { reason } = read.value
    const state = read.value.answer === 'yes' ? 'approved' : 'refused'
    await markAnswered(tx, order.id, number, { state, reason, at: asked.at, by: person.personId })
    await recordSupport(tx, person, order.fundId, {
      action: 'support.invoice-answered',
      at: asked.at,
      objectId: order.reference,
      facts: { number, state },
    })
    await tellSides(tx, services, order, ['supplier'], (say) =>
      state === 'approved'
        ? say(approvedMail)(order, invoice.name)
        : say(invoiceRefusedMail)(order, invoice.name, reason),
    )
    return done(null)
  })
}

/** Says on which day an approved invoice was paid. @throws {NotFound} if this person does not run the fund */
export async function payInvoice(
  services: Services,
  actor: Actor,
  { number, paid, ...asked }: Asked & { readonly paid: TypedDay },
): Promise<Result<null, PastDayProblem<'paid'> | TooEarly<'paid'> | Stale>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['team'], 'closed-too')
    const invoice = await invoiceOf(tx, order, number)
    if (invoice.state !== 'approved') return refused({ code: 'nothing-waits' })
    const read = readDayBetween('paid', paid, { from: invoice.datedOn, today: isoDay(asked.at) })
    if (!read.ok) return read
    await markPaid(tx, order.id, number, { paidOn: read.value, by: person.personId })
    await recordSupport(tx, person, order.fundId, {
      action: 'support.invoice-paid',
      at: asked.at,
      objectId: order.reference,
      facts: { number, paidOn: read.value },
    })
    return done(null)
  })
}

async function invoiceOf(tx: Tx, order: Order, number: number): Promise<Invoice> {
  const invoice = (await invoicesOf(tx, order.id)).find((each) => each.number === number)
  if (invoice === undefined) throw notFound('invoice')
  return invoice
}
