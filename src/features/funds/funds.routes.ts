import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { type CountApplications, nobodyCounts } from './count-applications.ts'
import { type CopyPages, noPages } from './create-round.ts'
import { fundRoutes } from './fund.routes.ts'
import { funderRoutes } from './funders.routes.ts'
import { invitationRoutes } from './invitations.routes.ts'
import { moneyRoutes } from './money.routes.ts'
import { noticeRoutes } from './notices/notices.routes.ts'
import { reminderRoutes } from './reminders.routes.ts'
import { roundRoutes } from './rounds.routes.ts'
import { gateRoutes } from './sealing/gates.routes.ts'
import { rulesRoutes } from './sealing/rules.routes.ts'
import { nobodyYet, type SealingSeams } from './sealing/sealing-seams.ts'
import { signOffChoiceRoutes } from './sign-offs.routes.ts'

/**
 * @param countApplications how the area of applications counts them, for the lists of rounds
 * @param seams what later areas know and sealing asks
 * @param copyPages how the area of guidance copies the pages of a round
 */
export const fundsRoutes = (
  services: Services,
  countApplications: CountApplications = nobodyCounts,
  seams: SealingSeams = nobodyYet,
  copyPages: CopyPages = noPages,
): Route[] => [
  ...fundRoutes(services, countApplications, seams),
  ...moneyRoutes(services),
  ...funderRoutes(services),
  ...reminderRoutes(services),
  ...roundRoutes(services, countApplications, seams.hasScores, copyPages),
  ...rulesRoutes(services, seams),
  ...gateRoutes(services, seams),
  ...noticeRoutes(services),
  ...invitationRoutes(services),
  ...signOffChoiceRoutes(services),
]
