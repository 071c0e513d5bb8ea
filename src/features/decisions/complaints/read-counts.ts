import type { ComplaintCounts } from '../../../core/complaints/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { complaintsOfRound } from './complaints.store.ts'
import { countsOf } from './describe-complaint.ts'

/** The complaints of a round in numbers, which is all that is told of them outside. */
export const complaintCounts = async (db: Database | Tx, roundId: string): Promise<ComplaintCounts> =>
  countsOf(await complaintsOfRound(db, roundId))
