import type { Database } from '../../platform/database/database.ts'
import { reviewDepthName, reviewPath, reviewsOf } from '../reviews/index.ts'
import type { Waiting } from './pages/your-work.ts'

/** The strategic reviews on which this person works: one statement. */
export async function reviewsWaiting(db: Database, personId: string): Promise<readonly Waiting[]> {
  const reviews = await reviewsOf(db, personId)
  return reviews.map(({ reference, title, council, depth }) => ({
    href: reviewPath(reference),
    title,
    detail: council,
    state: { text: reviewDepthName(depth), classes: 'govuk-tag--blue' },
  }))
}
