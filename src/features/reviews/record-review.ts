import type { Json } from '../../core/canonical/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'
import type { OpenedReview } from './open-review.ts'

type Done = {
  readonly action: string
  readonly at: Date
  readonly facts: { readonly [name: string]: Json }
}

/** Records what was done in a review, in the transaction of what was done. */
export const recordReview = (
  tx: Tx,
  { actor, review }: { readonly actor: OpenedReview['actor']; readonly review: { readonly reference: string } },
  { action, at, facts }: Done,
): Promise<void> =>
  recordEvent(tx, { action, actorId: actor.personId, objectType: 'review', objectId: review.reference, at, facts })
