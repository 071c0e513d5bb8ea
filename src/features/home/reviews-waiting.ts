import { reviewDepthName, reviewPath, reviewsOf } from '../reviews/index.ts'
import type { FindWaiting } from './waiting-item.ts'

/** The strategic reviews on which this person works: one statement. */
export const reviewsWaiting: FindWaiting = async (db, { personId }) => {
  const reviews = await reviewsOf(db, personId)
  return reviews.map(({ reference, title, council, depth }) => ({
    href: reviewPath(reference),
    title,
    detail: council,
    state: { text: reviewDepthName(depth), classes: 'govuk-tag--blue' },
  }))
}
