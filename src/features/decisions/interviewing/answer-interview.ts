import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { openApplication, queueAbout } from '../../applications/index.ts'
import { type RoundInFund, type RoundPath, roundById } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailTeam } from '../awarding/mail-council.ts'
import { recordDoing } from '../record-doing.ts'
import { insertAnswer } from './answers.store.ts'
import { type ClosedProblem, closedProblem, holdBeforeClose } from './hold-before-close.ts'
import { interviewingOf } from './interviewing.store.ts'
import { keptMail, wishMail } from './invitation-mail.messages.ts'
import { applicantsOf } from './invitations.store.ts'
import { type InterviewPlace, placesOf, stands } from './places.store.ts'
import { shortlistedOf } from './read-shortlisted.ts'
import { saveWindow } from './sessions.store.ts'
import { known } from './set-up-panel.ts'

export type AnswerProblem =
  | { readonly code: 'answer-missing'; readonly field: 'answer' }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'windows-missing'; readonly field: 'half-days' }
  | ClosedProblem

/** An interview as its applicants meet it. */
export type OwnInterview = {
  readonly applicationId: string
  readonly reference: string
  readonly round: RoundInFund
  /** Undefined while none was published. */
  readonly place: InterviewPlace | undefined
  /** Interviews have closed. */
  readonly closed: boolean
  /** They write for the lead, and interviews have not closed. */
  readonly mayWithdraw: boolean
}

/**
 * The interview of an application that is on the shortlist, once applicants have been told, for people of its lead and of
 * its partners.
 *
 * @throws {NotFound} if there is none, or it is not theirs
 */
export async function findOwnInterview(
  db: Database | Tx,
  actor: Actor,
  reference: string,
  at: Date,
): Promise<OwnInterview> {
  const { application, access } = await openApplication(db, actor, { reference, questions: [], need: 'read', at })
  const round = await roundById(db, application.roundId)
  if (round === undefined || application.mode === 'test') throw notFound('interview')
  const { held, closedAt } = await interviewingOf(db, round.id)
  const listed = (await shortlistedOf(db, round.id, 'told')).some((each) => each.reference === reference)
  if (!held || !listed || application.state !== 'submitted') throw notFound('interview')
  const place = (await placesOf(db, round.id)).find((each) => each.reference === reference)
  const closed = closedAt !== null
  return { applicationId: application.id, reference, round, place, closed, mayWithdraw: access === 'write' && !closed }
}

type Asked = { readonly actor: Actor; readonly reference: string; readonly at: Date }

/** Takes that applicants confirm their place, or ask to move it. @throws {NotFound} as above, or while there is no place */
export async function answerInterview(
  services: Services,
  { actor, reference, at, answer, reason: typed }: Asked & { readonly answer: string; readonly reason: string },
): Promise<Result<'confirmed' | 'move', AnswerProblem>> {
  const reason = typed.trim().slice(0, longestReason)
  return await services.db.transaction().execute(async (tx) => {
    const { applicationId, round, place, closed } = await findOwnInterview(tx, actor, reference, at)
    if (place === undefined || !stands(place)) throw notFound('interview')
    if (closed) return refused<AnswerProblem>(closedProblem)
    if (answer !== 'confirmed' && answer !== 'move')
      return refused<AnswerProblem>({ code: 'answer-missing', field: 'answer' })
    if (answer === 'move' && reason === '') return refused<AnswerProblem>({ code: 'reason-missing', field: 'reason' })
    const said = { applicationId, placeNumber: place.number, answer, reason: answer === 'move' ? reason : '' } as const
    await insertAnswer(tx, { ...said, at, by: personIdOf(actor) })
    const facts = { answer, placeNumber: place.number }
    await recordDoing(tx, { round, actor, at }, 'interview.answered', facts, reference)
    if (answer === 'move') {
      const of = { round, origin: originForMail(services.config) }
      await mailTeam(tx, services, round, {
        kind: 'interview-wish',
        words: (say) => say(wishMail)(of, reference, reason),
      })
    }
    return done(answer)
  })
}

/** Takes when applicants can come, while no place stands. @throws {NotFound} as above, or once one does */
export async function sayWindows(
  { db }: Services,
  { actor, reference, at, halfDays }: Asked & { readonly halfDays: readonly string[] },
): Promise<Result<undefined, AnswerProblem>> {
  return await db.transaction().execute(async (tx) => {
    const { applicationId, round, place, closed } = await findOwnInterview(tx, actor, reference, at)
    if ((place !== undefined && stands(place)) || actor.kind !== 'person') throw notFound('interview')
    if (closed) return refused<AnswerProblem>(closedProblem)
    const chosen = await known(tx, round, halfDays)
    if (chosen.length === 0) return refused<AnswerProblem>({ code: 'windows-missing', field: 'half-days' })
    await saveWindow(tx, { applicationId, halfDays: chosen, at, by: actor.personId })
    await recordDoing(tx, { round, actor, at }, 'interview.windows-said', { halfDays: [...chosen] }, reference)
    return done(undefined)
  })
}

/**
 * Answers a wish to move with the reason for which the place stays; they are told by email. A wish that is granted is a move.
 *
 * @throws {NotFound} if the round is not theirs to run, or the interview has no place
 */
export async function keepPlace(
  services: Services,
  { actor, path, reference, at, reason: typed }: Asked & { readonly path: RoundPath; readonly reason: string },
): Promise<Result<undefined, AnswerProblem>> {
  const reason = typed.trim().slice(0, longestReason)
  return await services.db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const place = (await placesOf(tx, round.id)).find((each) => each.reference === reference)
    if (place === undefined || !stands(place)) throw notFound('interview')
    if (reason === '') return refused<AnswerProblem>({ code: 'reason-missing', field: 'reason' })
    const { applicationId, number: placeNumber } = place
    await insertAnswer(tx, { applicationId, placeNumber, answer: 'kept', reason, at, by: personIdOf(actor) })
    for (const { personId, email } of (await applicantsOf(tx, [applicationId])).get(applicationId) ?? [])
      await queueAbout(tx, services, round, {
        kind: 'interview-kept',
        recipient: email,
        personId,
        words: (say) => say(keptMail)(round, reference, reason),
      })
    await recordDoing(tx, { round, actor, at }, 'interview.place-kept', { placeNumber, reason }, reference)
    return done(undefined)
  })
}
