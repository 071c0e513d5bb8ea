import type { EntriesOf } from '../../sheets/index.ts'

/** Where the entries of a review are kept. */
export const reviewEntries = (reviewId: string): EntriesOf => ({
  table: 'strategic_review_entry',
  column: 'review_id',
  id: reviewId,
})
