import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { type PublishNeed, publishList } from '../../core/rounds/publish-list.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { findUnapproved } from './check-approvals.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { markPublished } from './funds.store.ts'
import { publishFacts, readSealing } from './sealing/read-sealing.ts'

export type PublishProblem =
  | { readonly code: 'need-not-met'; readonly need: PublishNeed }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'published-already' }

/**
 * Puts a round before the public. A funder that has not approved is no bar, but going on without it needs a reason,
 * which is kept with what was missing. Gates that are neither complied with nor explained, and rules that are not sealed
 * as they stand, are a bar; so nothing opens without a seal.
 *
 * @throws {NotFound} if it is not there, or not theirs to publish
 */
export async function publishRound(
  services: Services,
  request: { readonly actor: Actor; readonly path: RoundPath; readonly reason: string; readonly at: Date },
): Promise<Result<undefined, PublishProblem>> {
  const { actor, path, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (round.publishedAt !== null) return refused<PublishProblem>({ code: 'published-already' })
    const unapproved = await findUnapproved(services, tx, round)
    const sealing = await readSealing(tx, round)
    const list = publishList(round, round.fund, round.funders, unapproved, publishFacts(sealing, at))
    const problems: PublishProblem[] = list.needs
      .filter(({ met }) => !met)
      .map(({ need }) => ({ code: 'need-not-met', need }))
    if (unapproved.length > 0 && reason === '') problems.push({ code: 'reason-missing', field: 'reason' })
    if (problems.length > 0) return refused<PublishProblem>(...problems)
    await markPublished(tx, round.id, at)
    await recordEvent(tx, {
      action: 'round.published',
      actorId: personIdOf(actor),
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: {
        reason,
        sealed: sealing.head?.sha256 ?? null,
        gates: sealing.gates.map(({ gate, state }) => ({ gate, state })),
        unapproved: unapproved.map(({ organisationId, subject }) => ({ organisationId, subject })),
      },
    })
    return done(undefined)
  })
}
