import { may } from '../../core/permissions/index.ts'
import { show } from '../../platform/http/answer.ts'
import { get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { findRound } from '../funds/index.ts'
import { choosingRoutes } from './choosing/choosing.routes.ts'
import { choosingStep } from './choosing/choosing-step.ts'
import { decidingRoutes } from './deciding/deciding.routes.ts'
import { decidingSteps } from './deciding/deciding-steps.ts'
import { recordingRoutes } from './deciding/recording.routes.ts'
import { interviewingRoutes } from './interviewing/interviewing.routes.ts'
import { interviewsStep } from './interviewing/interviews-step.ts'
import { decisionsPage } from './pages/decisions.ts'

/** The pages from the frozen shortlist on: interviews, decisions and what comes after. */
export const decisionsRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/decisions', 'decision:read', async (ask) => {
    const path = { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') }
    const round = await findRound(services.db, ask.actor, 'decision:read', path)
    return show(
      decisionsPage({
        round,
        steps: [
          await interviewsStep(services.db, round),
          await choosingStep(services.db, round),
          ...(await decidingSteps(services.db, round, { editsFund: may(ask.actor, 'fund:edit', round.fundId) })),
        ],
      }),
    )
  }),
  ...choosingRoutes(services),
  ...interviewingRoutes(services),
  ...decidingRoutes(services),
  ...recordingRoutes(services),
]
