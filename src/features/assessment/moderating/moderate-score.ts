import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { reviewsOf } from '../scoring/reviews.store.ts'
import {
  insertModeration,
  insertSetAside,
  type Moderation,
  moderationsOf,
  type SetAside,
  setAsidesOf,
} from './moderation.store.ts'
import { type ModerationShut, openModeration, type ToModerate } from './open-moderation.ts'

/** What somebody else did since the page was shown, of the same thing. `number` is that of the version that counts now. */
export type DoneMeanwhile = {
  readonly number: number
  readonly byName: string | null
  readonly at: Date
  readonly reason: string
}

export type ModerationProblem =
  | ModerationShut
  | (DoneMeanwhile & {
      readonly code: 'moderated-meanwhile'
      readonly field: 'points'
      /** Null: the original was put back. */
      readonly points: number | null
    })
  | (DoneMeanwhile & {
      readonly code: 'aside-meanwhile'
      readonly field: 'reason'
      readonly setAside: boolean
    })
  | {
      readonly code: 'points-missing' | 'points-outside-scale' | 'points-as-they-are'
      readonly field: 'points'
    }
  | { readonly code: 'own-review'; readonly field: 'points' | 'reason' }
  | { readonly code: 'reason-missing' | 'reason-too-long'; readonly field: 'reason' }
  | { readonly code: 'set-aside-already' | 'counts-already'; readonly field: 'reason' }

const reasonProblems = (reason: string): readonly ModerationProblem[] => {
  if (reason === '') return [{ code: 'reason-missing', field: 'reason' }]
  return reason.length > longestReason ? [{ code: 'reason-too-long', field: 'reason' }] : []
}

const moderatedMeanwhile = (last: Moderation): ModerationProblem => {
  const { number, points, reason, moderatedAt: at, moderatedByName: byName } = last
  return { code: 'moderated-meanwhile', field: 'points', number, points, reason, at, byName }
}

const asideMeanwhile = ({
  number,
  setAside,
  reason,
  decidedAt: at,
  decidedByName: byName,
}: SetAside): ModerationProblem => ({
  code: 'aside-meanwhile',
  field: 'reason',
  number,
  setAside,
  reason,
  at,
  byName,
})

/**
 * Moderates one score of one review: a new version with its reason and author, beside the one that was given, which is
 * kept. `points` of 'original' puts the original back.
 *
 * `seen` is the number of the last version that the page showed, '0' where it showed none: where there is another by now,
 * nothing is saved and both are to be shown, so that nobody decides over another's head.
 *
 * @throws {NotFound} if there is no such score, or it is not this person's to moderate
 */
export async function moderateScore(
  services: Services,
  request: ToModerate & {
    readonly reviewId: string
    readonly criterionId: string
    readonly points: string
    readonly reason: string
    readonly seen: string
  },
): Promise<Result<undefined, ModerationProblem>> {
  const { reviewId, criterionId, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const open = await openModeration(tx, services, request)
    if (!open.ok) return open
    const { round, actor, applicationId, proposing } = open.value
    const review = (await reviewsOf(tx, round.id)).find((each) => each.reviewId === reviewId)
    const score = review?.scores.find((each) => each.criterionId === criterionId)
    const criterion = proposing.rules.criteria.find(({ id }) => id === criterionId)
    if (review?.applicationId !== applicationId || review.state !== 'submitted') throw notFound('review')
    if (score?.points == null || criterion === undefined) throw notFound('score')
    const before = (await moderationsOf(tx, round.id)).findLast(
      (each) => each.reviewId === reviewId && each.criterionId === criterionId,
    )
    if (before !== undefined && String(before.number) !== request.seen) return refused(moderatedMeanwhile(before))
    const points = request.points === 'original' ? null : Number(request.points)
    const now = before?.points ?? score.points
    const problems: ModerationProblem[] = [...reasonProblems(reason)]
    if (review.personId === actor.personId) problems.push({ code: 'own-review', field: 'points' })
    else if (request.points === '') problems.push({ code: 'points-missing', field: 'points' })
    else if (points !== null && !criterion.bands.some((band) => band.points === points))
      problems.push({ code: 'points-outside-scale', field: 'points' })
    else if ((points ?? score.points) === now) problems.push({ code: 'points-as-they-are', field: 'points' })
    if (problems.length > 0) return refused(...problems)
    const moderation = { reviewId, criterionId, points, reason, moderatedAt: at, moderatedBy: actor.personId }
    const number = await insertModeration(tx, moderation)
    await recordEvent(tx, {
      action: 'score.moderated',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'review',
      objectId: reviewId,
      at,
      facts: {
        roundId: round.id,
        applicationId,
        criterionId,
        number,
        original: score.points,
        from: now,
        points,
        reason,
      },
    })
    return done(undefined)
  })
}

/**
 * Sets a review aside, so that it does not count, or lets it count again: with a reason, never one's own, and never
 * deleted. `seen` as in {@link moderateScore}.
 *
 * @throws {NotFound} if there is no such review, or it is not this person's to moderate
 */
export async function setAsideReview(
  services: Services,
  request: ToModerate & {
    readonly reviewId: string
    readonly setAside: boolean
    readonly reason: string
    readonly seen: string
  },
): Promise<Result<undefined, ModerationProblem>> {
  const { reviewId, setAside, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const open = await openModeration(tx, services, request)
    if (!open.ok) return open
    const { round, actor, applicationId } = open.value
    const review = (await reviewsOf(tx, round.id)).find((each) => each.reviewId === reviewId)
    if (review?.applicationId !== applicationId || review.state !== 'submitted') throw notFound('review')
    const before = (await setAsidesOf(tx, round.id)).findLast((each) => each.reviewId === reviewId)
    if (before !== undefined && String(before.number) !== request.seen) return refused(asideMeanwhile(before))
    if ((before?.setAside ?? false) === setAside)
      return refused<ModerationProblem>({ code: setAside ? 'set-aside-already' : 'counts-already', field: 'reason' })
    const problems = [...reasonProblems(reason)]
    if (review.personId === actor.personId) problems.push({ code: 'own-review', field: 'reason' })
    if (problems.length > 0) return refused(...problems)
    const decision = { reviewId, setAside, reason, decidedAt: at, decidedBy: actor.personId }
    const number = await insertSetAside(tx, decision)
    await recordEvent(tx, {
      action: setAside ? 'review.set-aside' : 'review.counted-again',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'review',
      objectId: reviewId,
      at,
      facts: { roundId: round.id, applicationId, number, reason },
    })
    return done(undefined)
  })
}
