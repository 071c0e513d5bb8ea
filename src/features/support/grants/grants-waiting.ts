import { type Actor, fundsWith, organisationsOf } from '../../../core/permissions/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { councilSupportPath, managedPackagePath } from '../support.paths.ts'
import { grantsWaitingFor, type GrantWaiting as Waiting } from './waiting.store.ts'

/** A grant in which something waits for somebody, with where they do it. */
export type GrantWaiting = Waiting & { readonly href: string }

/** What waits for somebody in grants, as the programme team or as the council: one statement. */
export async function grantsWaiting(db: Database, actor: Actor, at: Date): Promise<readonly GrantWaiting[]> {
  if (actor.kind !== 'person') return []
  const of = {
    personId: actor.personId,
    fundIds: fundsWith(actor, 'support:run'),
    organisationIds: organisationsOf(actor),
    at,
  }
  return (await grantsWaitingFor(db, of)).map((grant) => ({
    ...grant,
    href:
      grant.side === 'team' ? managedPackagePath(grant.fund, grant.application) : councilSupportPath(grant.application),
  }))
}
