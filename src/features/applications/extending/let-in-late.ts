import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { checkExtensionWords, type ExtensionProblem, hoursToExtendAfter } from '../../../core/rounds/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { type Application, applicationByReference, lockApplication, lockLead } from '../applications.store.ts'
import { answersIn, categoryOf, slotProblem } from '../submitting/hold-slot.ts'
import { type LateAttempt, lateAttemptById } from '../submitting/late-attempts.store.ts'
import { freezeAndSend, type Receipt } from '../submitting/submit-application.ts'
import { giveExtension } from './extend-deadline.ts'

/** Why a late submission was not let in. */
export type LetInProblem =
  | ExtensionProblem
  | { readonly code: 'late-not-complete' | 'late-submitted-since' | 'late-another-submitted' }
  | { readonly code: 'late-too-late'; readonly hours: number }

type Request = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly attemptId: string
  readonly reason: string
  readonly at: Date
  readonly origin: string
}

/**
 * Lets a late submission in: an extension for that application alone, up to the moment at which it came, published with
 * its reason. What was sent then is what is submitted, to the last character, and its time stays the time it came.
 *
 * @throws {NotFound} if the round has no such attempt, or it is not this person's to run
 */
export async function letInLate(
  services: Services,
  { actor, path, attemptId, reason, at, origin }: Request,
): Promise<Result<Receipt, LetInProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const attempt = await lateAttemptById(tx, round.id, attemptId)
    if (attempt === undefined || actor.kind !== 'person') throw notFound('late submission')
    const { reference, receivedAt, content, outcome } = attempt
    const locked = await lockApplication(tx, reference)
    const application = await applicationByReference(tx, reference, [], [])
    if (locked !== undefined) await lockLead(tx, locked.roundId, locked.leadId)
    if (locked === undefined || application === undefined) throw notFound('application')
    const problems = await whatStops(tx, attempt, { ...application, round }, reason)
    if (problems.length > 0) return refused(...problems)
    const fromAt = application.deadlineAt ?? attempt.deadlineAt
    if (receivedAt > fromAt) {
      const words = { kind: 'other' as const, reason: reason.trim(), notice: '' }
      const given = { ...words, deadlineAt: receivedAt, fromAt, givenAt: at, lateAttemptId: attempt.id }
      await giveExtension(tx, services, { actor, round, application, given, origin })
    }
    const submitter = { personId: attempt.attemptedBy, email: attempt.email }
    const actedFor = content.standIn?.id ?? content.lead.id
    const request = { reference, receivedAt, origin }
    return done(await freezeAndSend(tx, services, submitter, { request, locked, round, content, actedFor, outcome }))
  })
}

async function whatStops(
  tx: Tx,
  { complete, receivedAt, deadlineAt, content }: LateAttempt,
  { round, ...application }: Pick<Application, 'id' | 'roundId' | 'leadId' | 'state'> & { readonly round: RoundInFund },
  reason: string,
): Promise<readonly LetInProblem[]> {
  if (application.state === 'submitted') return [{ code: 'late-submitted-since' }]
  const problems: LetInProblem[] = [...checkExtensionWords({ scope: 'one', reason, notice: '' })]
  if (!complete) problems.push({ code: 'late-not-complete' })
  if (receivedAt.getTime() - deadlineAt.getTime() > hoursToExtendAfter * 3_600_000) {
    problems.push({ code: 'late-too-late', hours: hoursToExtendAfter })
  }
  const category = categoryOf(round, answersIn(content))
  if (category === undefined || (await slotProblem(tx, application, category)) !== undefined) {
    problems.push({ code: 'late-another-submitted' })
  }
  return problems
}
