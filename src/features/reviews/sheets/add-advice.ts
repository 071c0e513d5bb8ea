import { countWords } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { mayIn } from '../../../core/reviews/index.ts'
import { firstWords } from '../../../core/text/first-words.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { entryPath, writeVersion } from '../../sheets/index.ts'
import { holdReview } from '../open-review.ts'
import { reviewPath } from '../reviews.paths.ts'
import { type Review, reviewsOf } from '../reviews.store.ts'
import { reviewWriter } from './review-sheets.ts'

/** The latest review that an award pays for and this person writes, by the reference of its application. */
export async function reviewOfAward(db: Database | Tx, actor: Actor, application: string): Promise<Review | undefined> {
  const reviews = actor.kind === 'person' ? await reviewsOf(db, actor.personId) : []
  return reviews.find((review) => review.application === application && mayIn(review.roles, 'write'))
}

/** The most words of a piece of advice. */
const mostWords = 400

/**
 * Puts advice that was given elsewhere among that received in the review of an award, for its writers to say what was done about it.
 *
 * @returns the address of the page on which they do
 * @throws {NotFound} unless this person writes the review
 */
export async function addAdvice(
  tx: Tx,
  services: Pick<Services, 'newId'>,
  actor: Actor,
  {
    review,
    advice,
    at,
  }: {
    readonly review: Pick<Review, 'reference'>
    readonly advice: { readonly title: string; readonly by: string; readonly givenAt: Date; readonly says: string }
    readonly at: Date
  },
): Promise<string> {
  const opened = await holdReview(tx, actor, review.reference, 'write')
  const entry = services.newId()
  const { title, by, givenAt, says } = advice
  const content = {
    title,
    field: 'other',
    by,
    on: isoDay(givenAt),
    says: countWords(says) > mostWords ? firstWords(says, mostWords) : says,
  }
  await writeVersion(tx, reviewWriter(opened), { sheet: 'advice', entry, version: 1, content, at })
  return entryPath(reviewPath(review.reference), 'advice', entry)
}
