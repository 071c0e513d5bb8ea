import type { ReviewWeighing } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { lastRound, notesOf, openPeople, type WeighingRound } from './weighing.store.ts'

/**
 * The last round of weighing of a review, with what its people have opened to one another; undefined where none was begun.
 * Nothing in it is sealed.
 */
export async function readWeighing(db: Database | Tx, reviewId: string): Promise<ReviewWeighing | undefined> {
  const round = await lastRound(db, reviewId)
  return round === undefined ? undefined : await openWeighing(db, round)
}

/** The same of a round that is read already. */
export async function openWeighing(db: Database | Tx, found: WeighingRound): Promise<ReviewWeighing> {
  const { round, method, facilitator, facilitatorId, stage, pass, criteria, options } = found
  const [people, notes] = [await openPeople(db, found), await notesOf(db, found)]
  return { round, method, facilitator, facilitatorId, stage, pass, criteria, options, people, notes }
}
