import type { Json } from '../../core/canonical/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'
import type { OpenedBenefits } from './open-benefits.ts'

type Done = { readonly action: string; readonly at: Date; readonly facts: { readonly [name: string]: Json } }

/** Records what was done with the benefits of an award, in the transaction of what was done. */
export const recordBenefits = (
  tx: Tx,
  { actor, award }: Pick<OpenedBenefits, 'actor' | 'award'>,
  { action, at, facts }: Done,
): Promise<void> =>
  recordEvent(tx, {
    action,
    actorId: actor.personId,
    fundId: award.fundId,
    objectType: 'award',
    objectId: award.reference,
    at,
    facts,
  })
