import type { Tx } from '../../platform/database/database.ts'
import { type AuditEvent, recordEvent } from '../audit/index.ts'

/** What was done in the network of a fund, by whom. */
export type NetworkEvent = Pick<AuditEvent, 'action' | 'objectType' | 'objectId' | 'at'> & {
  readonly fundId: string
  readonly by: string | null
  readonly facts?: AuditEvent['facts']
}

/** Writes what was done in a network into the audit log. */
export const recordInNetwork = async (tx: Tx, { by, facts = {}, ...event }: NetworkEvent): Promise<void> =>
  await recordEvent(tx, { ...event, actorId: by, facts })
