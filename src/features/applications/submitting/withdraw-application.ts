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

/** An application that was taken back. `number`: of the submission that it was. */
export type Withdrawn = {
  readonly applicationId: string
  readonly roundId: string
  readonly number: number
  readonly at: Date
  readonly by: string
}

/** What others do in the same transaction when an application of a round is withdrawn. */
export type AfterWithdrawal = (tx: Tx, withdrawn: Withdrawn) => Promise<void>

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
): Promise<Result<Withdrawn, WithdrawalProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const taken = await takeBack(tx, actor, { ...request, until: 'deadline' })
    if (taken.ok) await afterwards?.(tx, taken.value)
    return taken
  })
}

/**
 * Takes a submitted application back, in the transaction of what follows from that.
 *
 * @param request.until `any-time`: also after the deadline, when it cannot be submitted again; the caller says until when
 * @throws {NotFound} if the application is not this person's to write
 */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  {
    reference,
    receivedAt: at,
    until,
  }: { readonly reference: string; readonly receivedAt: Date; readonly until: 'deadline' | 'any-time' },
): Promise<Result<Withdrawn, WithdrawalProblem>> {
  const locked = await lockApplication(tx, reference)
  if (locked === undefined) throw notFound('application')
  const opened = await openApplication(tx, actor, { reference, questions: [], need: 'write', at })
  const { deadlineAt, fundId } = opened.application
  const submission = await latestSubmission(tx, locked.id)
  if (locked.state !== 'submitted' || submission === undefined) return refused({ code: 'not-submitted' })
  if (until === 'deadline' && deadlineAt !== null && at > deadlineAt)
    return refused({ code: 'withdrawal-too-late', deadlineAt })
  const { number, sha256 } = submission
  const by = opened.actor.personId
  await markSubmissionWithdrawn(tx, submission.id, at, by)
  await markWithdrawn(tx, locked.id)
  await recordEvent(tx, {
    action: 'application.withdrawn',
    actorId: by,
    fundId,
    objectType: 'application',
    objectId: reference,
    at,
    facts: { number, sha256 },
  })
  return done({ applicationId: locked.id, roundId: locked.roundId, number, at, by })
}
