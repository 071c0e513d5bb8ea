import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import { bothStand } from '../../../core/support/index.ts'
import type { Services } from '../../../platform/services.ts'
import { type Deliverable, deliverablesOf } from '../delivering/deliverables.store.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { markClosed } from './changes.store.ts'
import { closedMail } from './changing-mail.messages.ts'

export type CloseProblem =
  | FieldProblem<'close-reason'>
  | { readonly code: 'delivery-waits'; readonly title: string }
  | { readonly code: 'nothing-delivered' | 'nothing-left' }

/**
 * Closes an order of which something was delivered, and nothing waits to be accepted: it then costs what was accepted, and
 * what was not comes back to the award. One of which nothing was delivered is withdrawn.
 *
 * @throws {NotFound} if this person does not run the fund
 */
export async function closeOrder(
  services: Services,
  actor: Actor,
  { reason, ...asked }: OrderDoing & { readonly reason: string },
): Promise<Result<null, CloseProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['team'])
    const read = readText('close-reason', reason, { most: 2000, needed: true })
    if (!read.ok) return read
    const deliverables = await deliverablesOf(tx, order.id)
    const problem = whyNotClosed(deliverables, order.netPence)
    if (problem !== undefined) return refused(problem)
    await markClosed(tx, order.id, { reason: read.value, at: asked.at, by: person.personId })
    const acceptedPence = acceptedOf(deliverables)
    await recordSupport(tx, person, order.fundId, {
      action: 'support.order-closed',
      at: asked.at,
      objectId: order.reference,
      facts: { award: order.application, netPence: order.netPence, acceptedPence },
    })
    await tellSides(tx, services, order, ['council', 'supplier'], (say) =>
      say(closedMail)(order, acceptedPence, read.value),
    )
    return done(null)
  })
}

/** Why an order cannot be closed short; undefined where it can. */
export function whyNotClosed(
  deliverables: readonly Deliverable[],
  netPence: number,
): Exclude<CloseProblem, FieldProblem<string>> | undefined {
  if (deliverables.every(({ deliveries }) => deliveries.length === 0)) return { code: 'nothing-delivered' }
  const waiting = deliverables.find((each) => standOf(each) === 'waits')
  if (waiting !== undefined) return { code: 'delivery-waits', title: waiting.title }
  return acceptedOf(deliverables) >= netPence ? { code: 'nothing-left' } : undefined
}

/** What of deliverables is accepted, without value added tax, in pence. */
export const acceptedOf = (deliverables: readonly Deliverable[]): number =>
  deliverables.filter((each) => standOf(each) === 'agreed').reduce((sum, { netPence }) => sum + netPence, 0)

const standOf = ({ deliveries }: Deliverable) => {
  const last = deliveries.at(-1)
  return last === undefined ? undefined : bothStand(last.answers)
}
