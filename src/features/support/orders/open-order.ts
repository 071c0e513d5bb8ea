import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actsInPlaceOf } from '../../applications/index.ts'
import { findFund } from '../../funds/index.ts'
import { suppliersOfPerson } from '../suppliers/people.store.ts'
import type { Place } from '../support.paths.ts'
import { type Order, orderByReference } from './orders.store.ts'

export type OpenedOrder = { readonly actor: SignedIn; readonly place: Place; readonly order: Order }

/** Which order, and from where it is looked at. `does`: whether something is to be changed. */
export type OrderAsked = {
  readonly place: Place
  readonly reference: string
  readonly at: Date
  readonly does: boolean
}

/**
 * An order for those that it concerns: who runs or looks at the fund, the council, and the people of the supplier.
 *
 * @throws {NotFound} for anybody else
 */
export async function openOrder(
  db: Database | Tx,
  actor: Actor,
  { place, reference, at, does }: OrderAsked,
): Promise<OpenedOrder> {
  const order = await orderByReference(db, reference)
  if (actor.kind !== 'person' || order === undefined) throw notFound('order')
  if (!(await concerns(db, actor, order, { place, at, does }))) throw notFound('order')
  return { actor, place, order }
}

async function concerns(
  db: Database | Tx,
  actor: SignedIn,
  order: Order,
  { place, at, does }: Pick<OrderAsked, 'place' | 'at' | 'does'>,
): Promise<boolean> {
  switch (place.side) {
    case 'team':
      return order.fundId === (await findFund(db, actor, does ? 'support:run' : 'support:read', place.fund)).id
    case 'council':
      return (
        order.application === place.application &&
        order.accepted &&
        (await actsInPlaceOf(db, actor, order.organisationId, at))
      )
    case 'supplier':
      return (await suppliersOfPerson(db, actor.personId)).some(({ supplierId }) => supplierId === order.supplierId)
  }
}
