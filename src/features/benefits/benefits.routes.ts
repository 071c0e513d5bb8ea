import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { sheetRoutes } from '../sheets/index.ts'
import { betweenRoutes } from './cohort/between.routes.ts'
import { managedCohortRoutes } from './cohort/managed.routes.ts'
import { publishedRoutes } from './cohort/published.routes.ts'
import { confirmingRoutes } from './confirming/confirming.routes.ts'
import { goLiveRoutes } from './going-live/go-live.routes.ts'
import { registerRoutes } from './register/register.routes.ts'
import { returningRoutes } from './returning/returning.routes.ts'
import { workedExampleRoutes } from './worked/worked-example.routes.ts'
import { awardSheets } from './writing/award-sheets.ts'
import { takeRisksRoutes } from './writing/take-risks.routes.ts'

/** What came of awards: benefits, how far they have come, and the way to go-live. */
export const benefitsRoutes = (services: Services): Route[] => [
  ...registerRoutes(services),
  ...confirmingRoutes(services),
  ...takeRisksRoutes(services),
  ...returningRoutes(services),
  ...goLiveRoutes(services),
  ...managedCohortRoutes(services),
  ...betweenRoutes(services),
  ...publishedRoutes(services),
  ...workedExampleRoutes(),
  ...sheetRoutes(services, awardSheets(services)),
]
