import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { SupportSide } from '../../../core/support/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { type OpenedOrder, type OrderAsked, openOrder } from './open-order.ts'
import { lockOrder } from './orders.store.ts'

/** Which order something is done to, and from where. */
export type OrderDoing = Omit<OrderAsked, 'does'>

/**
 * An order that stays as it is until the transaction ends, for somebody who does something to it.
 *
 * @param sides who may do it
 * @throws {NotFound} for all others, and where the order was withdrawn
 */
export async function holdOrder<Side extends SupportSide>(
  tx: Tx,
  actor: Actor,
  asked: OrderDoing,
  sides: readonly Side[],
): Promise<OpenedOrder & { readonly side: Side }> {
  await lockOrder(tx, asked.reference)
  const opened = await openOrder(tx, actor, { ...asked, does: true })
  const side = sides.find((each) => each === opened.place.side)
  if (side === undefined || opened.order.withdrawnAt !== null) throw notFound('order')
  return { ...opened, side }
}
