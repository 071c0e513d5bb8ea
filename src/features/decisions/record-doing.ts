import type { Json } from '../../core/canonical/index.ts'
import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'

/** Who does something, when, in which round. */
export type Doing = {
  readonly round: { readonly id: string; readonly fundId: string }
  readonly actor: Actor
  readonly at: Date
}

/** The same by the id of who does it. */
export type DoneBy = Omit<Doing, 'actor'> & { readonly by: string | null }

/** Leaves the trace of a change to the interviews or the decision of a round; `reference`: to one application of it. */
export async function recordDoing(
  tx: Tx,
  doing: Doing | DoneBy,
  action: string,
  facts: { readonly [name: string]: Json },
  reference?: string,
): Promise<void> {
  const { round, at } = doing
  await recordEvent(tx, {
    action,
    actorId: 'by' in doing ? doing.by : personIdOf(doing.actor),
    fundId: round.fundId,
    objectType: reference === undefined ? 'round' : 'application',
    objectId: reference ?? round.id,
    at,
    facts,
  })
}
