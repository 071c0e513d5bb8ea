import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdFund } from '../../funds/index.ts'
import { openRequestsOf } from '../asking/offers.store.ts'
import { recordExpert } from '../record-expert.ts'
import { expertById, markEnded } from './experts.store.ts'

export type EndProblem = { readonly code: 'reason-missing' } | { readonly code: 'has-open'; readonly open: number }

/**
 * Ends somebody's work on the panel, once nothing that they were offered is open. What they advised stays.
 *
 * @throws {NotFound} if the fund is not theirs to run, or the expert not of it
 */
export async function endExpert(
  services: Services,
  actor: Actor,
  {
    slug,
    expertId,
    reason,
    at,
  }: { readonly slug: string; readonly expertId: string; readonly reason: string; readonly at: Date },
): Promise<Result<undefined, EndProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'experts:run', slug)
    const expert = await expertById(tx, fund.id, expertId)
    if (expert === undefined || expert.standing === 'ended') throw notFound('expert')
    if (reason.trim() === '') return refused<EndProblem>({ code: 'reason-missing' })
    const open = (await openRequestsOf(tx, fund.id)).get(expert.id) ?? 0
    if (open > 0) return refused<EndProblem>({ code: 'has-open', open })
    await markEnded(tx, expert.id, reason.trim().slice(0, 2000), at)
    const by = personIdOf(actor)
    await recordExpert(tx, { action: 'expert.ended', fundId: fund.id, by, at, on: ['expert', expert.id] })
    return done(undefined)
  })
}
