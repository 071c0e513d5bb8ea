import { notFound } from '../../core/errors.ts'
import { type Actor, may, type SignedIn } from '../../core/permissions/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type Fund, fundBySlug } from '../funds/index.ts'
import { type Member, memberOf } from './members/members.store.ts'

/** A network in the hands of one of its members. */
export type Network = {
  readonly fund: Fund
  readonly person: SignedIn
  readonly member: Member
}

/** In which network, for whom and when. */
export type AskedOfNetwork = { readonly actor: Actor; readonly fund: string; readonly at: Date }

/** The network of a fund for a member. @throws {NotFound} for everybody else, and if there is no such fund */
export async function openNetwork(db: Database | Tx, { actor, fund: slug, at }: AskedOfNetwork): Promise<Network> {
  const fund = actor.kind === 'person' ? await fundBySlug(db, slug) : undefined
  if (fund === undefined || actor.kind !== 'person') throw notFound('network')
  const member = await memberOf(db, { fundId: fund.id, personId: actor.personId, on: isoDay(at) })
  // A role counts for nothing before the second step.
  const proven = may(actor, 'network:run', fund.id)
  const kinds = member?.kinds.filter((kind) => kind !== 'programme-team' || proven) ?? []
  if (member === undefined || kinds.length === 0) throw notFound('network')
  return { fund, person: actor, member: { ...member, kinds } }
}
