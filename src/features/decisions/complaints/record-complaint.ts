import type { Json } from '../../../core/canonical/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../audit/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { KeptComplaint } from './complaints.store.ts'

type What = {
  readonly round: Pick<RoundInFund, 'fundId'>
  readonly complaint: Pick<KeptComplaint, 'reference'>
  readonly at: Date
  readonly by: string
}

/** Records what was done about a complaint, under its reference. */
export const recordComplaint = (
  tx: Tx,
  { round, complaint, at, by }: What,
  action: string,
  facts: { readonly [name: string]: Json } = {},
): Promise<void> =>
  recordEvent(tx, {
    action,
    actorId: by,
    fundId: round.fundId,
    objectType: 'complaint',
    objectId: complaint.reference,
    at,
    facts,
  })
