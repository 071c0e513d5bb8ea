import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type DeliverableProblem, type DeliverableTyped, readDeliverable } from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import { recordSupport } from '../record-support.ts'
import { deliverablesOf, insertDeliverable, removeDeliverable } from './deliverables.store.ts'

export type AddProblem =
  | DeliverableProblem
  | { readonly code: 'beyond-order'; readonly leftPence: number }
  | { readonly code: 'delivered-already' }

/** Says what an order delivers, at what price. @throws {NotFound} if this person does not run the fund */
export async function addDeliverable(
  services: Services,
  actor: Actor,
  { typed, ...asked }: OrderDoing & { readonly typed: DeliverableTyped },
): Promise<Result<null, AddProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['team'])
    const read = readDeliverable(typed, isoDay(asked.at))
    if (!read.ok) return read
    const there = await deliverablesOf(tx, order.id)
    const leftPence = order.netPence - there.reduce((sum, { netPence }) => sum + netPence, 0)
    if (read.value.netPence > leftPence) return refused({ code: 'beyond-order', leftPence })
    const number = await insertDeliverable(tx, order.id, { ...read.value, at: asked.at, by: person.personId })
    await recordSupport(tx, person, order.fundId, {
      action: 'support.deliverable-added',
      at: asked.at,
      objectId: order.reference,
      facts: { number, netPence: read.value.netPence, dueOn: read.value.dueOn },
    })
    return done(null)
  })
}

/** Takes a deliverable out of which nothing was delivered. @throws {NotFound} if this person does not run the fund */
export async function takeOutDeliverable(
  services: Services,
  actor: Actor,
  { number, ...asked }: OrderDoing & { readonly number: number },
): Promise<Result<null, AddProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['team'])
    const deliverable = (await deliverablesOf(tx, order.id)).find((each) => each.number === number)
    if (deliverable === undefined) throw notFound('deliverable')
    if (deliverable.deliveries.length > 0) return refused({ code: 'delivered-already' })
    await removeDeliverable(tx, order.id, number, asked.at)
    await recordSupport(tx, person, order.fundId, {
      action: 'support.deliverable-removed',
      at: asked.at,
      objectId: order.reference,
      facts: { number },
    })
    return done(null)
  })
}
