import { notFound } from '../../core/errors.ts'
import { type Actor, may, type Permission } from '../../core/permissions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type Phase, phaseOf, type RoundInFund, roundByPath } from '../funds/index.ts'
import type { RoundAddress } from './guidance.paths.ts'

/** A round as somebody may read it. In a `preview` only those who may see how the fund is set up read it. */
export type ReadableRound = {
  readonly round: RoundInFund
  readonly address: RoundAddress
  readonly phase: Phase
  readonly preview: boolean
}

/**
 * A round that is before the public, or one being prepared for somebody who may see how its fund is set up.
 *
 * @throws {NotFound} if there is none, or none for this person
 */
export async function findReadableRound(
  db: Database | Tx,
  actor: Actor,
  address: RoundAddress,
  at: Date,
): Promise<ReadableRound> {
  const round = await roundByPath(db, address.fund, address.round)
  if (round === undefined) throw notFound('round')
  const phase = phaseOf(round, at)
  const preview = phase === 'preparing'
  if (preview && !may(actor, 'fund:read', round.fundId)) throw notFound('round')
  return { round, address, phase, preview }
}

/**
 * A round for somebody who may do this on its fund.
 *
 * @throws {NotFound} if there is none, or it is not theirs
 */
export async function findManagedRound(
  db: Database | Tx,
  actor: Actor,
  permission: Permission,
  address: RoundAddress,
): Promise<RoundInFund> {
  const round = await roundByPath(db, address.fund, address.round)
  if (round === undefined || !may(actor, permission, round.fundId)) throw notFound('round')
  return round
}
