import { addMonths, isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { deleteFeedback } from './performance.store.ts'

const keptMonths = 24

/** Removes how satisfied people were two years ago and before. */
export const forgetFeedback = async (db: Database, now: Date): Promise<void> =>
  await deleteFeedback(db, addMonths(isoDay(now), -keptMonths))
