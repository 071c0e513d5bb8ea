import { notFound } from '../../core/errors.ts'
import type { Actor, SignedIn } from '../../core/permissions/index.ts'
import { mayIn, type ReviewNeed } from '../../core/reviews/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { lockReview, type Review, reviewFor } from './reviews.store.ts'

export type OpenedReview = { readonly actor: SignedIn; readonly review: Review }

/**
 * A review as one of its people.
 *
 * @throws {NotFound} if there is none, or what is needed is not allowed to this person in it
 */
export async function openReview(
  db: Database | Tx,
  actor: Actor,
  reference: string,
  need: ReviewNeed,
): Promise<OpenedReview> {
  const review = actor.kind === 'person' ? await reviewFor(db, reference, actor.personId) : undefined
  if (actor.kind !== 'person' || review === undefined || !mayIn(review.roles, need)) throw notFound('review')
  return { actor, review }
}

/** The same, held against other changes until the transaction ends. @throws {NotFound} */
export async function holdReview(tx: Tx, actor: Actor, reference: string, need: ReviewNeed): Promise<OpenedReview> {
  await lockReview(tx, reference)
  return await openReview(tx, actor, reference, need)
}
