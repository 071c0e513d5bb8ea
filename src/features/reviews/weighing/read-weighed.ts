import type { ReviewRecord } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Review } from '../reviews.store.ts'
import { readRecord } from '../sheets/read-record.ts'
import { readWeighing } from './read-weighing.ts'

/** What was written in a review, with what was weighed in it as far as its people have opened it to one another. */
export async function readWeighed(db: Database | Tx, review: Pick<Review, 'id' | 'depth'>): Promise<ReviewRecord> {
  const record = await readRecord(db, review)
  const weighing = await readWeighing(db, review.id)
  return weighing === undefined ? record : { ...record, weighing }
}
