import { get, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { showOrder } from '../show-order.routes.ts'
import { orderAddresses } from './order-address.routes.ts'

/** Orders, for those who run the fund, the council and the supplier. */
export const orderRoutes = (services: Services): Route[] => [
  get(orderAddresses.team, 'support:read', async (ask) => await showOrder(services, ask)),
  get(orderAddresses.council, 'support:work', async (ask) => await showOrder(services, ask)),
  get(orderAddresses.supplier, 'support:work', async (ask) => await showOrder(services, ask)),
]
