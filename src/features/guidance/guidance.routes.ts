import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { manageRoutes } from './manage.routes.ts'
import { publicPagesRoutes } from './public-pages.routes.ts'
import { questionsRoutes } from './questions.routes.ts'
import type { EarlyViews } from './read-rules.ts'
import { publicRulesRoutes } from './rules.routes.ts'
import { subscriptionsRoutes } from './subscriptions.routes.ts'

/**
 * What people read of a round, ask about it and are told of it, and how its programme team writes it.
 *
 * @param earlyViews who looked at scores too early, which a later area knows
 */
export const guidanceRoutes = (services: Services, earlyViews: EarlyViews): Route[] => [
  ...publicPagesRoutes(services),
  ...publicRulesRoutes(services, earlyViews),
  ...questionsRoutes(services),
  ...subscriptionsRoutes(services),
  ...manageRoutes(services),
]
