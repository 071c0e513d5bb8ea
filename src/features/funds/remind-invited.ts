import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { hoursBetweenReminders } from '../../core/rounds/invitation.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { lockUnanswered } from './invitations.store.ts'
import { whyNotNow } from './invite-authorities.ts'
import { writeInvitationsJob } from './write-invitations.ts'

export type RemindProblem =
  | { readonly code: 'round-not-published' }
  | { readonly code: 'round-closed' }
  | { readonly code: 'nobody-to-remind' }

const hour = 3_600_000

/**
 * Reminds those that were written to and have not answered, but nobody twice within a day.
 *
 * @returns how many will be reminded
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function remindInvited(
  services: Services,
  request: { readonly actor: Actor; readonly path: RoundPath; readonly origin: string; readonly at: Date },
): Promise<Result<{ readonly reminded: number }, RemindProblem>> {
  const { actor, path, origin, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const notNow = whyNotNow(round, at)
    if (notNow?.code === 'round-not-published' || notNow?.code === 'round-closed') return refused<RemindProblem>(notNow)
    const before = new Date(at.getTime() - hoursBetweenReminders * hour)
    const toRemind = await lockUnanswered(tx, round.id, before, 100_000)
    if (toRemind.length === 0) return refused<RemindProblem>({ code: 'nobody-to-remind' })
    await services.sendJob(tx, writeInvitationsJob, { roundId: round.id, origin, remindedAt: before.toISOString() })
    await recordEvent(tx, {
      action: 'invitation.reminded',
      actorId: personIdOf(actor),
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { reminded: toRemind.length },
    })
    return done({ reminded: toRemind.length })
  })
}
