import { assessmentPhase } from '../../core/assessment/index.ts'
import { may } from '../../core/permissions/index.ts'
import { show } from '../../platform/http/answer.ts'
import { get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { findRound, roundCrumbs } from '../funds/index.ts'
import { assessmentOf } from './assessment.store.ts'
import { assessorsRoutes } from './assessors/assessors.routes.ts'
import { ownProfileRoutes } from './assessors/own-profile.routes.ts'
import { assigningRoutes } from './assigning/assigning.routes.ts'
import { conflictsRoutes } from './conflicts/conflicts.routes.ts'
import { exportStep } from './exporting/exporting.messages.ts'
import { exportingRoutes } from './exporting/exporting.routes.ts'
import { moderationStep } from './moderating/describe-moderation.messages.ts'
import { moderatingRoutes } from './moderating/moderating.routes.ts'
import { notingReaders } from './note-readers.routes.ts'
import { assessmentPage } from './pages/assessment.ts'
import { readSteps } from './read-steps.ts'
import { scoringSteps } from './scoring/describe-scoring.messages.ts'
import { glassRoutes } from './scoring/glass.routes.ts'
import { packRoutes } from './scoring/pack.routes.ts'
import { practiceRoutes } from './scoring/practice.routes.ts'
import { progressRoutes } from './scoring/progress.routes.ts'
import { scoringRoutes } from './scoring/scoring.routes.ts'
import { shortlistStep } from './shortlisting/describe-shortlist.messages.ts'
import { shortlistingRoutes } from './shortlisting/shortlisting.routes.ts'
import { toldRoutes } from './shortlisting/told.routes.ts'
import { siftingRoutes } from './sifting/sifting.routes.ts'
import { ownPatternRoutes } from './understanding/own-pattern.routes.ts'
import { understandingStep } from './understanding/understanding.messages.ts'
import { understandingRoutes } from './understanding/understanding.routes.ts'

/** The pages of assessing what was sent in. */
export const assessmentRoutes = (services: Services): Route[] => [
  ...siftingRoutes(services),
  ...assessorsRoutes(services),
  ...conflictsRoutes(services),
  ...assigningRoutes(services),
  ...ownProfileRoutes(services),
  get('/manage/funds/:fund/:round/assessment', 'assessment:read', async (ask) => {
    const path = { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') }
    const round = await findRound(services.db, ask.actor, 'assessment:read', path)
    const assessment = await assessmentOf(services.db, round.id)
    return show(
      assessmentPage({
        round,
        crumbs: roundCrumbs(round),
        phase: assessmentPhase(assessment),
        steps: [
          ...(await readSteps(services.db, round)),
          ...scoringSteps(round, assessment),
          understandingStep(round, assessment),
          moderationStep(round, assessment),
          shortlistStep(round, assessment),
          ...(may(ask.actor, 'application:list', round.fundId) ? [exportStep(round, assessment)] : []),
        ],
      }),
    )
  }),
  ...scoringRoutes(services),
  ...packRoutes(services),
  ...ownPatternRoutes(services),
  ...progressRoutes(services),
  ...practiceRoutes(services),
  ...glassRoutes(services),
  ...exportingRoutes(services),
  ...notingReaders(services, [
    ...moderatingRoutes(services),
    ...shortlistingRoutes(services),
    ...understandingRoutes(services),
  ]),
  ...toldRoutes(services),
]
