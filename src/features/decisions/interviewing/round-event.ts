import type { Json } from '../../../core/canonical/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../audit/index.ts'

/** Who does something, when, in which round. */
export type Doing = {
  readonly round: { readonly id: string; readonly fundId: string }
  readonly actor: Actor
  readonly at: Date
}

/** Leaves the trace of a change to the interviews of a round; `reference`: of one application of it. */
export async function recordDoing(
  tx: Tx,
  { round, actor, at }: Doing,
  action: string,
  facts: { readonly [name: string]: Json },
  reference?: string,
): Promise<void> {
  await recordEvent(tx, {
    action,
    actorId: personIdOf(actor),
    fundId: round.fundId,
    objectType: reference === undefined ? 'round' : 'application',
    objectId: reference ?? round.id,
    at,
    facts,
  })
}
