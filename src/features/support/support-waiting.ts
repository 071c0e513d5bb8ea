import { type Actor, fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { orderPath, type Place } from './support.paths.ts'
import { type OrderWaiting, ordersWaiting } from './waiting.store.ts'

/** An order in which something waits for somebody, with where they do it. */
export type SupportWaiting = OrderWaiting & { readonly href: string }

/** What waits for somebody in orders of support, as whichever side they are on: one statement. */
export async function supportWaiting(db: Database, actor: Actor): Promise<readonly SupportWaiting[]> {
  if (actor.kind !== 'person') return []
  const of = {
    personId: actor.personId,
    fundIds: fundsWith(actor, 'support:run'),
    organisationIds: organisationsOf(actor),
  }
  return (await ordersWaiting(db, of)).map((order) => ({ ...order, href: orderPath(placeOf(order), order.reference) }))
}

function placeOf({ side, fund, application }: OrderWaiting): Place {
  if (side === 'team') return { side, fund }
  return side === 'council' ? { side, application } : { side }
}
