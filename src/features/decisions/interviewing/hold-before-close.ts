import type { Actor, Permission } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { interviewingOf } from './interviewing.store.ts'

/** What a round's scores rest on is not changed once its interviews have closed. */
export type ClosedProblem = { readonly code: 'interviews-closed'; readonly field: 'main-content' }

export const closedProblem: ClosedProblem = { code: 'interviews-closed', field: 'main-content' }

/**
 * A round that stays as it is until the transaction ends, and whose interviews have not closed.
 *
 * @throws {NotFound} if it is not there, or not for them
 */
export async function holdBeforeClose(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  path: RoundPath,
): Promise<Result<RoundInFund, ClosedProblem>> {
  const round = await holdRound(tx, actor, permission, path)
  return (await interviewingOf(tx, round.id)).closedAt === null ? done(round) : refused(closedProblem)
}
