import { notFound } from '../../../core/errors.ts'
import { sheetById } from '../../../core/reviews/index.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { describeHistory } from './describe-history.ts'
import { versionsOf } from './entries.store.ts'
import { entryHistoryPage } from './pages/entry-history.ts'
import { readRecord } from './read-record.ts'

/** Who wrote a page of a sheet, when, and what they changed: also of an entry that was removed. */
export const entryHistoryRoutes = ({ db }: Services): Route[] => [
  get('/reviews/:reference/sheets/:sheet/:entry/history', 'review:work', async (ask) => {
    const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
    const sheet = sheetById(param(ask, 'sheet'))
    if (sheet === undefined) throw notFound('sheet')
    const entry = param(ask, 'entry')
    const versions = await versionsOf(db, { reviewId: review.id, sheet: sheet.id, entry })
    if (versions.length === 0) throw notFound('entry')
    const record = await readRecord(db, review)
    return show(entryHistoryPage(describeHistory({ review, record, sheet, entry }, versions)))
  }),
]
