import { may } from '../../core/permissions/index.ts'
import { show } from '../../platform/http/answer.ts'
import { get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { notingReaders } from '../assessment/index.ts'
import { findRound } from '../funds/index.ts'
import type { AfterAward } from './awarding/after-award.ts'
import { awardRoutes } from './awarding/award.routes.ts'
import { awardsRoutes } from './awarding/awards.routes.ts'
import { awardsStep } from './awarding/awards-step.ts'
import { choosingRoutes } from './choosing/choosing.routes.ts'
import { choosingStep } from './choosing/choosing-step.ts'
import { complaintsRoutes } from './complaints/complaints.routes.ts'
import { complaintsStep } from './complaints/complaints-step.ts'
import { ownComplaintsRoutes } from './complaints/own-complaints.routes.ts'
import { debriefsRoutes } from './debriefs/debriefs.routes.ts'
import { debriefsStep } from './debriefs/debriefs-step.ts'
import { ownDebriefRoutes } from './debriefs/own-debrief.routes.ts'
import { decidingRoutes } from './deciding/deciding.routes.ts'
import { decidingSteps } from './deciding/deciding-steps.ts'
import { recordingRoutes } from './deciding/recording.routes.ts'
import { feedbackRoutes } from './feedback/feedback.routes.ts'
import { feedbackStep } from './feedback/feedback-step.ts'
import { ownFeedbackRoutes } from './feedback/own-feedback.routes.ts'
import { writingRoutes } from './feedback/writing.routes.ts'
import { interviewingRoutes } from './interviewing/interviewing.routes.ts'
import { interviewsStep } from './interviewing/interviews-step.ts'
import { outcomeRoutes } from './outcome/outcome.routes.ts'
import { decisionsPage } from './pages/decisions.ts'
import { lettersRoutes } from './telling/letters.routes.ts'
import { tellRoutes } from './telling/tell.routes.ts'
import { tellingSteps } from './telling/telling-steps.ts'

/** The pages from the frozen shortlist on: interviews, decisions and what comes after. */
export const decisionsRoutes = (services: Services, after: AfterAward): Route[] => [
  get('/manage/funds/:fund/:round/decisions', 'decision:read', async (ask) => {
    const { db } = services
    const path = { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') }
    const round = await findRound(db, ask.actor, 'decision:read', path)
    const steps = [
      await interviewsStep(db, round),
      await choosingStep(db, round),
      ...(await decidingSteps(db, round, { editsFund: may(ask.actor, 'fund:edit', round.fundId) })),
      ...(await tellingSteps(db, round, { publishes: may(ask.actor, 'results:publish', round.fundId) })),
      await feedbackStep(db, round),
      await debriefsStep(db, round, ask.receivedAt),
      await awardsStep(db, round),
      await complaintsStep(db, round, may(ask.actor, 'application:list', round.fundId)),
    ]
    return show(decisionsPage({ round, steps }))
  }),
  ...notingReaders(services, [...choosingRoutes(services), ...decidingRoutes(services), ...recordingRoutes(services)]),
  ...interviewingRoutes(services),
  ...awardsRoutes(services, after),
  ...awardRoutes(services, after),
  ...outcomeRoutes(services),
  ...tellRoutes(services),
  ...lettersRoutes(services),
  ...feedbackRoutes(services),
  ...writingRoutes(services),
  ...ownFeedbackRoutes(services),
  ...complaintsRoutes(services),
  ...ownComplaintsRoutes(services),
  ...debriefsRoutes(services),
  ...ownDebriefRoutes(services),
]
