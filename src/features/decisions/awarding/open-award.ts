import type { SignerRole } from '../../../core/awards/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actsInPlaceOf, isOfItsDomain } from '../../applications/index.ts'
import { agreementsOf, awardByReference, type KeptAgreement, type KeptAward, leadOf } from './awards.store.ts'
import { type Signer, signersOf } from './signers.store.ts'

export type OpenedAward = {
  readonly actor: SignedIn
  readonly roundId: string
  readonly illustrative: boolean
  /** Whether this person acts for the council that leads. */
  readonly ofLead: boolean
  /** For which signer this person is named, if for any. */
  readonly role: SignerRole | undefined
  /** Whether they are known to be of the council: only then can they sign. */
  readonly known: boolean
  readonly award: KeptAward | undefined
  /** The latest first. */
  readonly agreements: readonly KeptAgreement[]
  readonly signers: readonly Signer[]
}

/**
 * The award of an application for people of its lead and those whom it names to sign. A signer is named by their address,
 * which they have proved by signing in; it must be of a domain of the council, or they one of its confirmed people.
 *
 * @throws {NotFound} for anybody else, and where nothing was submitted
 */
export async function openAward(
  db: Database | Tx,
  actor: Actor,
  { reference, at }: { readonly reference: string; readonly at: Date },
): Promise<OpenedAward> {
  if (actor.kind !== 'person') throw notFound('award')
  const lead = await leadOf(db, reference)
  if (lead === undefined) throw notFound('award')
  const { leadId, roundId, illustrative } = lead
  const award = await awardByReference(db, reference)
  const signers = award === undefined ? [] : await signersOf(db, award.id)
  const role = signers.find(({ email }) => email === actor.email)?.role
  const ofLead = await actsInPlaceOf(db, actor, leadId, at)
  if (!ofLead && role === undefined) throw notFound('award')
  const known = ofLead || (await isOfItsDomain(db, actor.email, leadId))
  const agreements = award === undefined ? [] : await agreementsOf(db, award.id)
  return { actor, roundId, illustrative, ofLead, role, known, award, agreements, signers }
}
