import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { checkRoutes } from './check.routes.ts'
import { partnerRoutes } from './partner.routes.ts'
import { programmeRoutes } from './programme.routes.ts'
import { questionRoutes } from './question.routes.ts'
import { startRoutes } from './start.routes.ts'
import { submissionRoutes } from './submission.routes.ts'
import { taskListRoutes } from './task-list.routes.ts'

/** Everything about applications, from starting one to reading what was sent in. */
export const applicationsRoutes = (services: Services): Route[] => [
  ...startRoutes(services),
  ...taskListRoutes(services),
  ...questionRoutes(services),
  ...checkRoutes(services),
  ...submissionRoutes(services),
  ...partnerRoutes(services),
  ...programmeRoutes(services),
]
