import { type Ask, param } from '../../../platform/http/route.ts'
import type { Place } from '../support.paths.ts'
import type { OrderDoing } from './hold-order.ts'

/** Where an order is looked at, from each side. */
export const orderAddresses = {
  team: '/manage/funds/:fund/support/orders/:order',
  council: '/applications/:reference/support/orders/:order',
  supplier: '/support/orders/:order',
} as const

/** Which order an address names, and from where. */
export function orderAsked(ask: Ask): OrderDoing {
  return { place: placeOf(ask.params), reference: param(ask, 'order'), at: ask.receivedAt }
}

function placeOf({ fund, reference }: Ask['params']): Place {
  if (fund !== undefined) return { side: 'team', fund }
  return reference === undefined ? { side: 'supplier' } : { side: 'council', application: reference }
}
