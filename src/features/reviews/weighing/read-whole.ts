import type { ReviewRecord } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Review } from '../reviews.store.ts'
import { readRecord } from '../sheets/read-record.ts'
import { readWeighing } from './read-weighing.ts'

/** A review with what was weighed in it, as its report and its versions have it. Nothing in it is sealed. */
export async function readWhole(db: Database | Tx, review: Pick<Review, 'id' | 'depth'>): Promise<ReviewRecord> {
  const record = await readRecord(db, review)
  const weighing = await readWeighing(db, review.id)
  return weighing === undefined ? record : { ...record, weighing }
}
