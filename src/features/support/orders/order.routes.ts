import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { councilSupportPath, managedPackagePath, type Place } from '../support.paths.ts'
import { packageCrumbs } from '../support-crumbs.ts'
import { describeOrder } from './describe-order.ts'
import { type OrderAsked, openOrder } from './open-order.ts'
import type { Order } from './orders.store.ts'
import { orderPage } from './pages/order.ts'

/** Where an order is looked at, from each side, with what it takes to look and to do something. */
export const orderAddresses = [
  { address: '/manage/funds/:fund/support/orders/:order', reads: 'support:read', does: 'support:run' },
  { address: '/applications/:reference/support/orders/:order', reads: 'support:work', does: 'support:work' },
  { address: '/support/orders/:order', reads: 'support:work', does: 'support:work' },
] as const

/** Orders, for those who run the fund, the council and the supplier. */
export const orderRoutes = (services: Services): Route[] =>
  orderAddresses.map(({ address, reads }) => get(address, reads, async (ask) => await showOrder(services, ask, [])))

/** Which order an address names, and from where. */
export function orderAsked(ask: Ask, does: boolean): OrderAsked {
  const { fund, reference } = ask.params
  const place: Place =
    fund !== undefined
      ? { side: 'team', fund }
      : reference !== undefined
        ? { side: 'council', application: reference }
        : { side: 'supplier' }
  return { place, reference: param(ask, 'order'), at: ask.receivedAt, does }
}

/** An order with what is wrong with what was sent about it. @throws {NotFound} for those whom it does not concern */
export async function showOrder({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { order, place } = await openOrder(db, ask.actor, orderAsked(ask, false))
  return show(
    orderPage({
      illustrative: order.illustrative,
      breadcrumbs: [...packageCrumbs(place, { ...order, reference: order.application }), ...packageCrumb(place, order)],
      ...describeOrder(order),
      parts: [],
      errors,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}

function packageCrumb(place: Place, { council, fundSlug, application }: Order) {
  const text = `Support for ${council}`
  if (place.side === 'team') return [{ text, href: managedPackagePath(fundSlug, application) }]
  return place.side === 'council' ? [{ text, href: councilSupportPath(application) }] : []
}
