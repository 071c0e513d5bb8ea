import { phaseOf } from '../../../core/rounds/phase.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { sealOf } from './sealing.store.ts'

type RoundInTime = Pick<RoundInFund, 'id' | 'publishedAt' | 'opensAt' | 'deadlineAt' | 'cancelledAt'>

/** Whether everybody can read rules of a round that are sealed. */
export const isSealedInPublic = async (
  db: Database | Tx,
  { id, publishedAt }: Pick<RoundInTime, 'id' | 'publishedAt'>,
): Promise<boolean> => publishedAt !== null && (await sealOf(db, id)) !== undefined

/**
 * Whether it stays as it is who may apply to a round: its rules are sealed and public, or it has opened, or it was called
 * off. To change it then, the round is cancelled and opened again.
 */
export const entryIsLocked = async (db: Database | Tx, round: RoundInTime, at: Date): Promise<boolean> =>
  ['open', 'closed', 'cancelled'].includes(phaseOf(round, at)) || (await isSealedInPublic(db, round))
