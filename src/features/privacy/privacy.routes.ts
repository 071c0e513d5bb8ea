import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { heldRoutes } from './held/held.routes.ts'
import { holdsRoutes } from './holds/holds.routes.ts'
import { subjectRequestsRoutes } from './requests/requests.routes.ts'
import { retentionRoutes } from './retention/retention.routes.ts'

/** Personal data: how long it is kept, what is on hold, and what people are told of what is kept about them. */
export const privacyRoutes = (services: Services): Route[] => [
  ...retentionRoutes(services),
  ...holdsRoutes(services),
  ...subjectRequestsRoutes(services),
  ...heldRoutes(services),
]
