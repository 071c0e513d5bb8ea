import type { Json } from '../../../core/canonical/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { recordSupport } from '../record-support.ts'
import type { OpenedGrant } from './open-grant.ts'

type Done = {
  readonly action: `grant.${string}`
  readonly at: Date
  readonly facts: { readonly [name: string]: Json }
}

/** Records what was done to a grant, in the transaction of what was done. */
export const recordGrant = (tx: Tx, { actor, award }: OpenedGrant, done: Done): Promise<void> =>
  recordSupport(tx, actor, award.fundId, { ...done, objectId: award.reference })
