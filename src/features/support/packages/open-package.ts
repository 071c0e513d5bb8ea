import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actsInPlaceOf } from '../../applications/index.ts'
import { findFund } from '../../funds/index.ts'
import { isFinanceOfficer } from '../grants/finance-officer.ts'
import type { Place } from '../support.paths.ts'
import { type SupportedAward, supportedAward } from './awards.store.ts'

export type OpenedPackage = {
  readonly actor: SignedIn
  readonly place: Exclude<Place, { readonly side: 'supplier' }>
  readonly award: SupportedAward
}

/** Which award, and from where it is looked at. `does`: whether something is to be changed. */
export type PackageAsked = {
  readonly place: Exclude<Place, { readonly side: 'supplier' }>
  readonly application: string
  readonly at: Date
  readonly does: boolean
}

/**
 * What an award buys or pays, for those who run or look at its fund and for people who act for the council; of a grant, for
 * its finance officer too.
 *
 * @throws {NotFound} for anybody else, and where the award was never accepted
 */
export async function openPackage(
  db: Database | Tx,
  actor: Actor,
  { place, application, at, does }: PackageAsked,
): Promise<OpenedPackage> {
  if (actor.kind !== 'person') throw notFound('award')
  const award = await supportedAward(db, application)
  if (place.side === 'team') {
    const fund = await findFund(db, actor, does ? 'support:run' : 'support:read', place.fund)
    if (award?.fundId !== fund.id) throw notFound('award')
    return { actor, place, award }
  }
  if (award === undefined || !award.accepted) throw notFound('award')
  const acts =
    (await actsInPlaceOf(db, actor, award.organisationId, at)) ||
    (award.type === 'grant' && (await isFinanceOfficer(db, actor, award, at)))
  if (!acts) throw notFound('award')
  return { actor, place, award }
}
