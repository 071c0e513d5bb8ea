import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { type CountApplications, nobodyCounts } from './count-applications.ts'
import { fundRoutes } from './fund.routes.ts'
import { funderRoutes } from './funders.routes.ts'
import { invitationRoutes } from './invitations.routes.ts'
import { reminderRoutes } from './reminders.routes.ts'
import { roundRoutes } from './rounds.routes.ts'
import { signOffChoiceRoutes } from './sign-offs.routes.ts'

/** @param countApplications how the area of applications counts them, for the lists of rounds */
export const fundsRoutes = (services: Services, countApplications: CountApplications = nobodyCounts): Route[] => [
  ...fundRoutes(services, countApplications),
  ...funderRoutes(services),
  ...roundRoutes(services, countApplications),
  ...reminderRoutes(services),
  ...invitationRoutes(services),
  ...signOffChoiceRoutes(services),
]
