import { mayIn, planOf } from '../../../core/reviews/index.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { sheetPath } from '../reviews.paths.ts'
import { readRecord } from '../sheets/read-record.ts'
import { describePlan } from './describe-plan.ts'
import { planPage } from './pages/plan.ts'

/** What judgement and engagement show beside their sheets. */
export const judgingRoutes = ({ db }: Services): Route[] => [
  get('/reviews/:reference/plan', 'review:work', async (ask) => {
    const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
    return show(
      planPage({
        illustrative: review.illustrative,
        breadcrumbs: reviewCrumbs(review),
        plan: describePlan(planOf(await readRecord(db, review))),
        editHref: mayIn(review.roles, 'write') ? sheetPath(review.reference, 'plan') : undefined,
      }),
    )
  }),
]
