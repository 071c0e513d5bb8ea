import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { isOpenOrder, type SupportSide } from '../../../core/support/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { type OpenedOrder, type OrderAsked, openOrder } from './open-order.ts'
import { lockOrder, type Order } from './orders.store.ts'

/** Which order something is done to, and from where. */
export type OrderDoing = Omit<OrderAsked, 'does'>

/**
 * An order that stays as it is until the transaction ends, for somebody who does something to it.
 *
 * @param sides who may do it
 * @param which whether it may be done to an order that is closed short, as invoicing
 * @throws {NotFound} for all others, and where the order was withdrawn
 */
export async function holdOrder<Side extends SupportSide>(
  tx: Tx,
  actor: Actor,
  asked: OrderDoing,
  sides: readonly Side[],
  which: 'open' | 'closed-too' = 'open',
): Promise<OpenedOrder & { readonly side: Side }> {
  await lockOrder(tx, asked.reference)
  const opened = await openOrder(tx, actor, { ...asked, does: true })
  const side = sides.find((each) => each === opened.place.side)
  if (side === undefined || !holds(opened.order, which)) throw notFound('order')
  return { ...opened, side }
}

const holds = (order: Order, which: 'open' | 'closed-too'): boolean =>
  which === 'open' ? isOpenOrder(order) : order.withdrawnAt === null
