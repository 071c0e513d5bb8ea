import { notFound } from '../../core/errors.ts'
import { type Actor, may, type Permission } from '../../core/permissions/index.ts'
import type { Fund } from '../../core/rounds/fund.ts'
import type { RoundInFund } from '../../core/rounds/round.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { fundBySlug, lockFund, roundByPath } from './funds.store.ts'

/** Which round, by the two parts of its address. */
export type RoundPath = { readonly fundSlug: string; readonly roundSlug: string }

/**
 * A fund on which this person may do this.
 *
 * @throws {NotFound} if it is not there, or not for them
 */
export async function findFund(db: Database | Tx, actor: Actor, permission: Permission, slug: string): Promise<Fund> {
  const fund = await fundBySlug(db, slug)
  if (fund === undefined || !may(actor, permission, fund.id)) throw notFound('fund')
  return fund
}

/** The same for a round. @throws {NotFound} */
export async function findRound(
  db: Database | Tx,
  actor: Actor,
  permission: Permission,
  { fundSlug, roundSlug }: RoundPath,
): Promise<RoundInFund> {
  const round = await roundByPath(db, fundSlug, roundSlug)
  if (round === undefined || !may(actor, permission, round.fundId)) throw notFound('round')
  return round
}

/**
 * A fund that stays as it is until the transaction ends: changes of one fund and its rounds wait for each other.
 *
 * @throws {NotFound}
 */
export async function holdFund(tx: Tx, actor: Actor, permission: Permission, slug: string): Promise<Fund> {
  const fund = await lockFund(tx, slug)
  if (fund === undefined || !may(actor, permission, fund.id)) throw notFound('fund')
  return fund
}

/** A round whose fund stays as it is until the transaction ends. @throws {NotFound} */
export async function holdRound(tx: Tx, actor: Actor, permission: Permission, path: RoundPath): Promise<RoundInFund> {
  await holdFund(tx, actor, permission, path.fundSlug)
  return await findRound(tx, actor, permission, path)
}
