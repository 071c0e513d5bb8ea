import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { publicPagesRoutes } from './public-pages.routes.ts'

/** What people read of a round, ask about it and are told of it, and how its programme team writes it. */
export const guidanceRoutes = (services: Services): Route[] => [...publicPagesRoutes(services)]
