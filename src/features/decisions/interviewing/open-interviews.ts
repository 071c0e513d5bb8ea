import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { absencesOf, insertAbsence } from './answers.store.ts'
import { type ClosedProblem, holdBeforeClose } from './hold-before-close.ts'
import { closeInterviewing, holdInterviewing, interviewingOf, openInterviewing } from './interviewing.store.ts'
import { submittedReviewsOf } from './panel-reviews.store.ts'
import { placesOf, stands } from './places.store.ts'

export type InterviewingProblem =
  | { readonly code: 'none-published' | 'open-already' | 'not-open' }
  | { readonly code: 'reviews-missing'; readonly count: number }
  | { readonly code: 'absence-reason-missing' | 'absence-who-missing' }
  | ClosedProblem

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/** Lets the panel score. @throws {NotFound} if the round is not theirs to run */
export async function openInterviews(
  { db }: Services,
  { actor, path, at }: Asked,
): Promise<Result<undefined, InterviewingProblem>> {
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'interview:run', path)
    if ((await interviewingOf(tx, round.id)).openedAt !== null)
      return refused<InterviewingProblem>({ code: 'open-already' })
    if (!(await placesOf(tx, round.id)).some(stands)) return refused<InterviewingProblem>({ code: 'none-published' })
    await openInterviewing(tx, round.id, at, personIdOf(actor))
    await recordDoing(tx, { round, actor, at }, 'interviews.opened', {})
    return done(undefined)
  })
}

/** Scores that are missing: of so many members in the room, and so many interviews that nobody has scored yet. */
export type MissingReviews = { readonly scores: number; readonly interviews: number }

/** Members in the room whose scores are missing: not of who was absent, nor of interviews that were not held. */
export async function missingReviews(tx: Parameters<typeof placesOf>[0], roundId: string): Promise<MissingReviews> {
  const submitted = new Set(
    (await submittedReviewsOf(tx, roundId)).map(({ applicationId, personId }) => `${applicationId} ${personId}`),
  )
  const absent = new Set(
    (await absencesOf(tx, roundId)).map(({ applicationId, personId }) => `${applicationId} ${personId ?? ''}`),
  )
  const rooms = (await placesOf(tx, roundId))
    .filter(stands)
    .filter(({ applicationId }) => !absent.has(`${applicationId} `))
    .map(({ applicationId, memberIds }) => memberIds.map((id) => `${applicationId} ${id}`))
  return {
    scores: rooms.flat().filter((pair) => !submitted.has(pair) && !absent.has(pair)).length,
    interviews: rooms.filter((pairs) => !pairs.some((pair) => submitted.has(pair))).length,
  }
}

/**
 * Ends scoring for good: what is not submitted then counts for nothing. With scores missing only for a reason.
 *
 * @throws {NotFound} if the round is not theirs to run
 */
export async function closeInterviews(
  { db }: Services,
  { actor, path, at, reason: typed }: Asked & { readonly reason: string },
): Promise<Result<undefined, InterviewingProblem>> {
  const reason = typed.trim().slice(0, longestReason)
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'interview:run', path)
    await holdInterviewing(tx, round.id)
    const { openedAt, closedAt } = await interviewingOf(tx, round.id)
    if (openedAt === null || closedAt !== null) return refused<InterviewingProblem>({ code: 'not-open' })
    const missing = await missingReviews(tx, round.id)
    const count = missing.scores
    if (count > 0 && reason === '') return refused<InterviewingProblem>({ code: 'reviews-missing', count })
    await closeInterviewing(tx, round.id, { at, by: personIdOf(actor), reason })
    await recordDoing(tx, { round, actor, at }, 'interviews.closed', {
      missing: count,
      unscored: missing.interviews,
      reason,
    })
    return done(undefined)
  })
}

/** Records who did not come, or that they did after all. @throws {NotFound} as above, or if the interview has no place */
export async function recordAbsence(
  { db }: Services,
  request: Asked & {
    readonly reference: string
    readonly who: string
    readonly reason: string
    readonly absent: boolean
  },
): Promise<Result<undefined, InterviewingProblem>> {
  const { actor, path, at, reference, who, absent } = request
  const reason = request.reason.trim().slice(0, longestReason)
  return await db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const place = (await placesOf(tx, round.id)).find((each) => each.reference === reference)
    if (place === undefined || !stands(place)) throw notFound('interview')
    if (who !== 'applicant' && !place.memberIds.includes(who))
      return refused<InterviewingProblem>({ code: 'absence-who-missing' })
    if (reason === '') return refused<InterviewingProblem>({ code: 'absence-reason-missing' })
    const personId = who === 'applicant' ? null : who
    const { applicationId } = place
    await insertAbsence(tx, { applicationId, personId, absent, reason, at, by: personIdOf(actor) })
    await recordDoing(tx, { round, actor, at }, 'interview.absence-recorded', { who, absent, reason }, reference)
    return done(undefined)
  })
}
