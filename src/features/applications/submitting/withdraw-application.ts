import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import type { WithdrawalProblem } from '../applications.messages.ts'
import { lockApplication, markWithdrawn } from '../applications.store.ts'
import { openApplication } from '../open-application.ts'
import { latestSubmission, markSubmissionWithdrawn } from './submissions.store.ts'

/** What others do in the same transaction when an application of a round is withdrawn. */
export type AfterWithdrawal = (
  tx: Tx,
  withdrawn: { readonly roundId: string; readonly at: Date; readonly by: string },
) => Promise<void>

/**
 * Takes a submitted application back before the deadline. Its answers can be changed and submitted again; what had been
 * submitted is kept as it was.
 *
 * @throws {NotFound} if the application is not this person's to write
 */
export async function withdrawApplication(
  services: Services,
  actor: Actor,
  request: { readonly reference: string; readonly receivedAt: Date },
  afterwards?: AfterWithdrawal,
): Promise<Result<{ readonly number: number }, WithdrawalProblem>> {
  const { reference, receivedAt } = request
  return await services.db.transaction().execute(async (tx) => {
    const locked = await lockApplication(tx, reference)
    if (locked === undefined) throw notFound('application')
    const opened = await openApplication(tx, actor, { reference, questions: [], need: 'write', at: receivedAt })
    const { deadlineAt, fundId } = opened.application
    const submission = await latestSubmission(tx, locked.id)
    if (locked.state !== 'submitted' || submission === undefined) return refused({ code: 'not-submitted' })
    if (deadlineAt !== null && receivedAt > deadlineAt) return refused({ code: 'withdrawal-too-late', deadlineAt })
    await markSubmissionWithdrawn(tx, submission.id, receivedAt, opened.actor.personId)
    await markWithdrawn(tx, locked.id)
    await recordEvent(tx, {
      action: 'application.withdrawn',
      actorId: opened.actor.personId,
      fundId,
      objectType: 'application',
      objectId: reference,
      at: receivedAt,
      facts: { number: submission.number, sha256: submission.sha256 },
    })
    await afterwards?.(tx, { roundId: locked.roundId, at: receivedAt, by: opened.actor.personId })
    return done({ number: submission.number })
  })
}
