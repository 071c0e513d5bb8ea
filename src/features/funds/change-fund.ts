import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { listChanges } from '../../core/rounds/list-changes.ts'
import { type FundProblem, type FundTyped, readFund } from '../../core/rounds/read-fund.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdFund } from './find-round.ts'
import { fundersOf, roundsOfFunds, updateFund } from './funds.store.ts'
import { sealAgain } from './sealing/seal-rules.ts'

export type ChangeFundProblem = FundProblem | { readonly code: 'reason-missing'; readonly field: 'reason' }

/**
 * Changes what a fund says of itself, except its slug. Once a round of it is public, why is asked and kept; the
 * sealed rules of such rounds get a version that says so.
 *
 * @throws {NotFound} if it is not there, or not theirs to change
 */
export async function changeFund(
  services: Services,
  request: {
    readonly actor: Actor
    readonly fundSlug: string
    readonly typed: Omit<FundTyped, 'slug'>
    readonly reason: string
    readonly at: Date
  },
): Promise<Result<undefined, ChangeFundProblem>> {
  const { actor, fundSlug, typed, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const before = await holdFund(tx, actor, 'fund:edit', fundSlug)
    const read = readFund({ ...typed, slug: before.slug })
    const rounds = (await roundsOfFunds(tx, [before.id])).filter(({ publishedAt }) => publishedAt !== null)
    const isPublic = rounds.length > 0
    const changes = read.ok ? listChanges(before, read.value) : {}
    const unexplained = isPublic && reason === '' && (!read.ok || Object.keys(changes).length > 0)
    const reasonMissing = { code: 'reason-missing', field: 'reason' } as const
    if (!read.ok) return refused<ChangeFundProblem>(...read.problems, ...(unexplained ? [reasonMissing] : []))
    if (unexplained) return refused<ChangeFundProblem>(reasonMissing)
    if (Object.keys(changes).length === 0) return done(undefined)
    await updateFund(tx, before.id, read.value)
    const fund = { ...before, ...read.value }
    const funders = await fundersOf(tx, fund.id)
    for (const round of rounds.filter((each) => each.cancelledAt === null)) {
      await sealAgain(tx, services, { ...round, fund, funders }, { reason, by: personIdOf(actor), at })
    }
    await recordEvent(tx, {
      action: 'fund.changed',
      actorId: personIdOf(actor),
      fundId: before.id,
      objectType: 'fund',
      objectId: before.id,
      at,
      facts: { changes, reason },
    })
    return done(undefined)
  })
}
