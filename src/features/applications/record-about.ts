import type { Json } from '../../core/canonical/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'

/** An application that somebody may do something to, and who they are. */
type Opened = {
  readonly application: { readonly reference: string; readonly fundId: string }
  readonly actor: { readonly personId: string }
}

/** Records what somebody did to an application. */
export const recordAbout = (
  tx: Tx,
  { application, actor }: Opened,
  at: Date,
  action: string,
  facts: { readonly [name: string]: Json },
): Promise<void> =>
  recordEvent(tx, {
    action,
    actorId: actor.personId,
    fundId: application.fundId,
    objectType: 'application',
    objectId: application.reference,
    at,
    facts,
  })
