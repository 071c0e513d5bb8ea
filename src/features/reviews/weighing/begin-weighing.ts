import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  type BeginProblem,
  beginProblems,
  criteriaOf,
  optionsOf,
  type WeighingMethod,
  weighingMethods,
} from '../../../core/reviews/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { readRecord } from '../sheets/read-record.ts'
import { tellScorers } from './tell-scorers.ts'
import { insertRound, insertStage, lastRound, progressOf } from './weighing.store.ts'

export type BeginAsked = {
  readonly reference: string
  /** As it was chosen; '' where nothing was. */
  readonly method: string
  /** The round that was last when the page was made; 0 for none. */
  readonly seen: number
  readonly at: Date
  /** Where the service can be reached. */
  readonly origin: string
}

/**
 * Begins a round of weighing with the criteria as they are now: their anchors are fixed before anybody gives a weight. Weights
 * and scores of rounds before it are kept, and count no more.
 *
 * @throws {NotFound} if this person does not facilitate it
 */
export async function beginWeighing(
  services: Services,
  actor: Actor,
  { reference, method, seen, at, origin }: BeginAsked,
): Promise<Result<null, BeginProblem | { readonly code: 'method-missing' }>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'facilitate')
    const known = weighingMethods.find((each) => each === method)
    if (known === undefined) return refused({ code: 'method-missing' } as const)
    const record = await readRecord(tx, opened.review)
    const last = await lastRound(tx, opened.review.id)
    if ((last?.round ?? 0) !== seen) return done(null)
    const place = { reviewId: opened.review.id, round: seen + 1 }
    const scorers = (await progressOf(tx, { ...place, pass: 1 })).length
    const criteria = criteriaOf(record)
    const problems = beginProblems({ criteria, options: optionsOf(record), scorers })
    if (problems.length > 0) return refused(...problems)
    const by = opened.actor.personId
    await insertRound(tx, { ...place, method: known, criteria, at, by })
    await insertStage(tx, { ...place, number: 1, stage: 'weighting', options: null, at, by })
    const facts: { round: number; method: WeighingMethod } = { round: place.round, method: known }
    await recordReview(tx, opened, { action: 'review.weighing-begun', at, facts })
    await tellScorers(tx, services, opened, { asked: 'weights', origin })
    return done(null)
  })
}
