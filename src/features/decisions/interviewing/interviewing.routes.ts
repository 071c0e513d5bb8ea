import type { Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { notingReaders } from '../../assessment/index.ts'
import { interviewsRoutes } from './interviews.routes.ts'
import { ownInterviewRoutes } from './own-interview.routes.ts'
import { panelRoutes } from './panel.routes.ts'
import { panelProfileRoutes } from './panel-profile.routes.ts'
import { setUpRoutes } from './set-up.routes.ts'
import { timetableRoutes } from './timetable.routes.ts'

/** The pages of interviews: of the team, the panel and the applicants. */
export const interviewingRoutes = (services: Services): Route[] => [
  ...interviewsRoutes(services),
  ...setUpRoutes(services),
  ...timetableRoutes(services),
  ...panelProfileRoutes(services),
  ...notingReaders(services, panelRoutes(services)),
  ...ownInterviewRoutes(services),
]
