import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { queueMessage } from '../../notifications/index.ts'
import { holdRound, type RoundPath } from '../find-round.ts'
import { publicRoundPath } from '../funds.paths.ts'
import { markCancelled } from '../funds.store.ts'
import { cancelledMessage } from './cancelled-mail.messages.ts'
import type { SealingSeams } from './sealing-seams.ts'

export type CancelProblem =
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'not-confirmed'; readonly field: 'confirm' }
  | { readonly code: 'cancelled-already' | 'not-public' }

/**
 * Calls a public round off: nothing more is started or submitted, the reason is published, and everybody who
 * has a draft or has applied is told. It cannot be undone; a copy of the round can be opened in its place.
 *
 * @returns how many people are told
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function cancelRound(
  services: Services,
  { writersOf }: Pick<SealingSeams, 'writersOf'>,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly reason: string
    readonly confirmed: boolean
    /** The address of the service, for the link in the mail. */
    readonly origin: string
    readonly at: Date
  },
): Promise<Result<{ readonly told: number }, CancelProblem>> {
  const { actor, path, confirmed, origin, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (round.cancelledAt !== null) return refused<CancelProblem>({ code: 'cancelled-already' })
    if (round.publishedAt === null) return refused<CancelProblem>({ code: 'not-public' })
    const problems: CancelProblem[] = []
    if (reason === '') problems.push({ code: 'reason-missing', field: 'reason' })
    if (!confirmed) problems.push({ code: 'not-confirmed', field: 'confirm' })
    if (problems.length > 0) return refused(...problems)
    const by = personIdOf(actor)
    await markCancelled(tx, round.id, { at, by, reason })
    const writers = await writersOf(tx, round.id)
    for (const { personId, email, reference, submitted } of writers) {
      const { fund, illustrative } = round
      await queueMessage(tx, services, {
        kind: 'round-cancelled',
        recipient: email,
        personId,
        fundId: round.fundId,
        words: (say) =>
          say(cancelledMessage)({
            fundName: fund.name,
            roundName: round.name,
            reference,
            submitted,
            reason,
            roundUrl: origin + publicRoundPath(fund.slug, round.slug),
            contactEmail: round.contactEmail,
            illustrative: illustrative || fund.illustrative,
          }),
      })
    }
    await recordEvent(tx, {
      action: 'round.cancelled',
      actorId: by,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { reason, told: writers.length, changes: { cancelled: { from: 'no', to: 'yes' } } },
    })
    return done({ told: new Set(writers.map(({ personId }) => personId)).size })
  })
}
