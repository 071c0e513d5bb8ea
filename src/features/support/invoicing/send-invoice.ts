import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  bothStand,
  type InvoiceReadProblem,
  type InvoiceTyped,
  readInvoice,
  vatOf,
} from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type Deliverable, deliverablesOf } from '../delivering/deliverables.store.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { insertInvoice, invoicesOf } from './invoices.store.ts'
import { invoicedMail } from './invoicing-mail.messages.ts'

export type SendProblem = InvoiceReadProblem | { readonly code: 'not-to-invoice' | 'name-there' }

/**
 * Invoices what was accepted, each once. The sum is that of the prices agreed, with VAT as the order has it.
 *
 * @throws {NotFound} if this person does not work for the supplier
 */
export async function sendInvoice(
  services: Services,
  actor: Actor,
  { typed, ...asked }: OrderDoing & { readonly typed: InvoiceTyped },
): Promise<Result<null, SendProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['supplier'], 'closed-too')
    const read = readInvoice(typed, { from: isoDay(order.orderedAt), today: isoDay(asked.at) })
    if (!read.ok) return read
    const { name, datedOn } = read.value
    const open = await toInvoice(tx, order.id)
    const lines = open.filter(({ number }) => read.value.deliverables.includes(number))
    if (lines.length !== read.value.deliverables.length) return refused({ code: 'not-to-invoice' })
    const there = await invoicesOf(tx, order.id)
    if (there.some((each) => each.state !== 'refused' && each.name.toLowerCase() === name.toLowerCase()))
      return refused({ code: 'name-there' })
    const netPence = lines.reduce((sum, line) => sum + line.netPence, 0)
    const vatPence = vatOf(netPence, order.vatPercent)
    const invoice = { name, datedOn, netPence, vatPence, lines, at: asked.at, by: person.personId }
    const number = await insertInvoice(tx, order.id, invoice)
    await recordSupport(tx, person, order.fundId, {
      action: 'support.invoiced',
      at: asked.at,
      objectId: order.reference,
      facts: { number, netPence, vatPence, deliverables: read.value.deliverables },
    })
    await tellSides(tx, services, order, ['team'], (say) => say(invoicedMail)(order, netPence + vatPence))
    return done(null)
  })
}

/** What of an order is accepted and not invoiced yet, but for invoices that were refused. */
export async function toInvoice(tx: Tx, orderId: string): Promise<readonly Deliverable[]> {
  return openToInvoice(await deliverablesOf(tx, orderId), await invoicesOf(tx, orderId))
}

export function openToInvoice(
  deliverables: readonly Deliverable[],
  invoices: Awaited<ReturnType<typeof invoicesOf>>,
): readonly Deliverable[] {
  const taken = invoices.filter(({ state }) => state !== 'refused').flatMap((invoice) => invoice.deliverables)
  return deliverables.filter(({ number, deliveries }) => {
    const last = deliveries.at(-1)
    return last !== undefined && bothStand(last.answers) === 'agreed' && !taken.includes(number)
  })
}
