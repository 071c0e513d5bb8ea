import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { feedbackAfter, insertFeedback } from './performance.store.ts'

/**
 * Keeps how satisfied somebody was, without who: neither the answer nor the audit log leads to them, whether they are signed
 * in or not.
 */
export async function giveFeedback(
  services: Services,
  given: { readonly after: string; readonly rating: string; readonly at: Date },
): Promise<Result<undefined, { readonly code: 'rating-missing' }>> {
  const after = feedbackAfter.find((each) => each === given.after) ?? 'page'
  if (!/^[1-5]$/.test(given.rating)) return refused({ code: 'rating-missing' })
  const { at } = given
  await services.db.transaction().execute(async (tx) => {
    await insertFeedback(tx, { on: isoDay(at), after, rating: Number(given.rating), illustrative: false })
    await recordEvent(tx, { action: 'feedback.given', actorId: null, objectType: 'service', objectId: 'feedback', at })
  })
  return done(undefined)
}
