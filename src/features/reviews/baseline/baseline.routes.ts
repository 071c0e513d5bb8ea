import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { readRecord } from '../sheets/read-record.ts'
import { describeService } from './describe-service.ts'
import { serviceByYearPage } from './pages/service-by-year.ts'

/** What the service is today, as far as it is worked out. */
export const baselineRoutes = ({ db }: Services): Route[] => [
  get('/reviews/:reference/service-by-year', 'review:work', async (ask) => {
    const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
    return show(serviceByYearPage(describeService(review, await readRecord(db, review))))
  }),
]
