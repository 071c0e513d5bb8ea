import type { SignedIn } from '../../../core/permissions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { unlinkAccount as forget } from './identities.store.ts'

/** Forgets which account of the provider is theirs: the next that has their address is linked anew. */
export async function unlinkAccount(services: Services, issuer: string, actor: SignedIn, at: Date): Promise<void> {
  const { personId } = actor
  await services.db.transaction().execute(async (tx) => {
    if (!(await forget(tx, issuer, personId))) return
    const event = { actorId: personId, objectType: 'person', objectId: personId, at, facts: { issuer } }
    await recordEvent(tx, { action: 'identity.unlinked', ...event })
  })
}
