import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import type { ReviewProblem } from '../reviews.messages.ts'
import { updateReview } from '../reviews.store.ts'
import { type ReviewTyped, readReview } from './start-review.ts'

/**
 * Changes what a review is called and how deep it goes. Whatever the depth, nothing that was written is lost.
 *
 * @throws {NotFound} if this person does not lead it
 */
export async function changeReview(
  services: Services,
  actor: Actor,
  { reference, at, ...typed }: ReviewTyped & { readonly reference: string; readonly at: Date },
): Promise<Result<null, ReviewProblem>> {
  const read = readReview(typed)
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'lead')
    if (!read.ok) return read
    await updateReview(tx, opened.review.id, read.value)
    await recordReview(tx, opened, { action: 'review.changed', at, facts: read.value })
    return done(null)
  })
}
