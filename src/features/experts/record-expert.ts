import type { Json } from '../../core/canonical/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'

type Doing = {
  readonly action: string
  readonly fundId: string
  readonly by: string | null
  readonly at: Date
  /** The expert, or the request, that it is done to. */
  readonly on: readonly ['expert' | 'expert-request' | 'fund', string]
  readonly facts?: { readonly [fact: string]: Json }
}

/** Leaves the trace of something that was done on an expert panel. */
export const recordExpert = async (
  tx: Tx,
  { action, fundId, by, at, on: [objectType, objectId], facts = {} }: Doing,
): Promise<void> => await recordEvent(tx, { action, actorId: by, fundId, objectType, objectId, at, facts })
