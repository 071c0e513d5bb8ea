import type { SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actsInPlaceOf, isOfItsDomain } from '../../applications/index.ts'
import { signersOf } from '../../decisions/index.ts'
import type { SupportedAward } from '../packages/awards.store.ts'

/**
 * Whether somebody is the officer of section 151 of the council that holds an award: whom it named to sign the agreement, by
 * an address that they have proved by signing in, and who acts for the council or has an address of it.
 */
export async function isFinanceOfficer(
  db: Database | Tx,
  actor: SignedIn,
  { id, organisationId }: Pick<SupportedAward, 'id' | 'organisationId'>,
  at: Date,
): Promise<boolean> {
  const { email } = actor
  if (!(await signersOf(db, id)).some((signer) => signer.role === 'section-151' && signer.email === email)) return false
  return (await actsInPlaceOf(db, actor, organisationId, at)) || (await isOfItsDomain(db, email, organisationId))
}
