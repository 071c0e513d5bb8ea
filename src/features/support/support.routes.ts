import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { changingRoutes } from './changing/changing.routes.ts'
import { deliveringRoutes } from './delivering/delivering.routes.ts'
import { grantsRoutes } from './grants/grants.routes.ts'
import { invoicingRoutes } from './invoicing/invoicing.routes.ts'
import { newOrderRoutes } from './orders/new-order.routes.ts'
import { orderRoutes } from './orders/order.routes.ts'
import { packageRoutes } from './packages/package.routes.ts'
import { spendRoutes } from './spend/spend.routes.ts'
import { suppliersRoutes } from './suppliers/suppliers.routes.ts'
import { supplyingRoutes } from './supplying/supplying.routes.ts'

/** The support that a fund buys for the councils it awards. */
export const supportRoutes = (services: Services): Route[] => [
  ...spendRoutes(services),
  ...suppliersRoutes(services),
  ...packageRoutes(services),
  ...grantsRoutes(services),
  ...newOrderRoutes(services),
  ...orderRoutes(services),
  ...deliveringRoutes(services),
  ...invoicingRoutes(services),
  ...changingRoutes(services),
  ...supplyingRoutes(services),
]
