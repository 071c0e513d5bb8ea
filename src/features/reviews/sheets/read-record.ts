import type { ReviewRecord } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { currentEntries } from '../../sheets/index.ts'
import type { Review } from '../reviews.store.ts'
import { reviewEntries } from './review-entries.ts'

/** All that was written in a review, as it stands. One statement. */
export const readRecord = async (
  db: Database | Tx,
  { id, depth }: Pick<Review, 'id' | 'depth'>,
): Promise<ReviewRecord> => ({ depth, sheets: await currentEntries(db, reviewEntries(id)) })
