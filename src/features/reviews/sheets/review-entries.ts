import { sql } from 'kysely'
import type { EntriesOf, SheetFiles } from '../../sheets/index.ts'

const kept = { table: 'strategic_review_entry', column: 'review_id' } as const

/** Where the entries of a review are kept. */
export const reviewEntries = (reviewId: string): EntriesOf => ({ ...kept, id: reviewId })

/** The files of reviews, by their references. */
export const reviewFiles: SheetFiles = {
  ...kept,
  type: 'review',
  ownersOf: (reference) => sql`(select id from strategic_review where reference = ${reference})`,
}
