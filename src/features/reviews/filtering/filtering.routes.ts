import { mayIn } from '../../../core/reviews/index.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { readRecord } from '../sheets/read-record.ts'
import { describeFilter } from './describe-filter.ts'
import { filterPage } from './pages/filter.ts'

/** How the longlist becomes the shortlist. */
export const filteringRoutes = ({ db }: Services): Route[] => [
  get('/reviews/:reference/filter', 'review:work', async (ask) => {
    const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
    const record = await readRecord(db, review)
    return show(filterPage(describeFilter(review, record, mayIn(review.roles, 'write'))))
  }),
]
