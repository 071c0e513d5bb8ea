import type { Json } from '../../core/canonical/index.ts'
import type { SignedIn } from '../../core/permissions/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'

type Done = {
  readonly action: string
  readonly at: Date
  /** The reference of an application or an order, or the id of a supplier. */
  readonly objectId: string
  readonly facts: { readonly [name: string]: Json }
}

/** Records what was done about the support of a fund, in the transaction of what was done. */
export const recordSupport = (
  tx: Tx,
  { personId }: Pick<SignedIn, 'personId'>,
  fundId: string,
  { action, at, objectId, facts }: Done,
): Promise<void> => recordEvent(tx, { action, actorId: personId, fundId, objectType: 'support', objectId, at, facts })
