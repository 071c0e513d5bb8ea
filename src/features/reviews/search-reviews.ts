import type { Found, Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { reviewPath } from './reviews.paths.ts'
import { reviewsByWords } from './search.store.ts'

/** Strategic reviews on which somebody works: one statement. */
export async function searchReviews(db: Database, { actor, ...search }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const rows = await reviewsByWords(db, { ...search, personId: actor.personId })
  return rows.map(({ reference, council, ...match }) => ({
    kind: 'review',
    href: reviewPath(reference),
    detail: `${council}, ${reference}`,
    ...match,
  }))
}
