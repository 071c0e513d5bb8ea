import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import type { Services } from '../../../platform/services.ts'
import { deliverablesOf } from '../delivering/deliverables.store.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { markWithdrawn } from './changes.store.ts'
import { withdrawnMail } from './changing-mail.messages.ts'

export type WithdrawProblem = FieldProblem<'withdraw-reason'> | { readonly code: 'delivered-already' }

/**
 * Withdraws an order of which nothing was delivered; what was delivered is paid, and the rest taken out by a change.
 *
 * @throws {NotFound} if this person does not run the fund
 */
export async function withdrawOrder(
  services: Services,
  actor: Actor,
  { reason, ...asked }: OrderDoing & { readonly reason: string },
): Promise<Result<null, WithdrawProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['team'])
    const read = readText('withdraw-reason', reason, { most: 2000, needed: true })
    if (!read.ok) return read
    const deliverables = await deliverablesOf(tx, order.id)
    if (deliverables.some(({ deliveries }) => deliveries.length > 0)) return refused({ code: 'delivered-already' })
    await markWithdrawn(tx, order.id, { reason: read.value, at: asked.at, by: person.personId })
    await recordSupport(tx, person, order.fundId, {
      action: 'support.order-withdrawn',
      at: asked.at,
      objectId: order.reference,
      facts: { award: order.application },
    })
    await tellSides(tx, services, order, ['council', 'supplier'], (say) => say(withdrawnMail)(order, read.value))
    return done(null)
  })
}
