import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { requestRoutes } from './clarifying/request.routes.ts'
import { withRequests } from './clarifying/request-lines.ts'
import { colleagueRoutes } from './colleagues/colleagues.routes.ts'
import { commentRoutes } from './commenting/commenting.routes.ts'
import { extensionRoutes } from './extending/extension.routes.ts'
import { lateRoutes } from './extending/late.routes.ts'
import { fileRoutes } from './files/file.routes.ts'
import { keyedRoutes } from './keying/keyed.routes.ts'
import { keyingRoutes } from './keying/keying.routes.ts'
import { formChangesRoutes } from './migrating/form-changes.routes.ts'
import { owingRoutes } from './owing/owing.routes.ts'
import { partnerRoutes } from './partners/partner.routes.ts'
import { presenceRoutes } from './presence/presence.routes.ts'
import { programmeRoutes } from './programme/programme.routes.ts'
import { applicationScreeningRoutes } from './screening/application-screening.routes.ts'
import { screeningRoutes } from './screening/screening.routes.ts'
import { signOffRoutes } from './sign-off/sign-off.routes.ts'
import { signOffListRoutes } from './sign-off/sign-offs.routes.ts'
import { startRoutes } from './starting/start.routes.ts'
import { checkRoutes } from './submitting/check.routes.ts'
import { submissionRoutes } from './submitting/submission.routes.ts'
import type { AfterWithdrawal } from './submitting/withdraw-application.ts'
import { testingRoutes } from './testing/testing.routes.ts'
import type { WhatCame } from './what-came.ts'
import { wordRoutes } from './word/word.routes.ts'
import { historyRoutes } from './writing/history.routes.ts'
import { questionRoutes } from './writing/question.routes.ts'
import { taskListRoutes } from './writing/task-list.routes.ts'

/** Everything about applications, from starting one to reading what was sent in. */
export const applicationsRoutes = (
  services: Services,
  { afterWithdrawal, whatCame = async () => [] }: { afterWithdrawal?: AfterWithdrawal; whatCame?: WhatCame } = {},
): Route[] => [
  ...screeningRoutes(services),
  ...applicationScreeningRoutes(services),
  ...startRoutes(services),
  ...taskListRoutes(services, withRequests(whatCame)),
  ...questionRoutes(services),
  ...historyRoutes(services),
  ...commentRoutes(services),
  ...presenceRoutes(services),
  ...owingRoutes(services),
  ...colleagueRoutes(services),
  ...fileRoutes(services),
  ...checkRoutes(services),
  ...submissionRoutes(services, withRequests(whatCame), afterWithdrawal),
  ...partnerRoutes(services),
  ...signOffListRoutes(services),
  ...signOffRoutes(services),
  ...programmeRoutes(services),
  ...wordRoutes(services),
  ...extensionRoutes(services),
  ...lateRoutes(services),
  ...testingRoutes(services),
  ...formChangesRoutes(services),
  ...requestRoutes(services),
  ...keyingRoutes(services),
  ...keyedRoutes(services),
]
