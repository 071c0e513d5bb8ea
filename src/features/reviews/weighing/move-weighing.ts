import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { optionsOf, type WeighingStage } from '../../../core/reviews/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { readRecord } from '../sheets/read-record.ts'
import { tellScorers } from './tell-scorers.ts'
import { insertStage, lastRound, progressOf, unscoredCriteria, type WeighingRound } from './weighing.store.ts'

/** Why a round cannot go on. */
export type MoveProblem =
  | { readonly code: 'nobody-weighed' }
  | { readonly code: 'unscored'; readonly criteria: readonly string[] }

/** Weights are locked before scores are asked for; once revealed, scores can be asked for again. */
const next: Readonly<Record<WeighingStage, WeighingStage>> = {
  weighting: 'scoring',
  scoring: 'revealed',
  revealed: 'scoring',
}

export type MoveAsked = {
  readonly reference: string
  /** Where the round was when the page was made: the number of its stage. */
  readonly seen: number
  readonly at: Date
  /** Where the service can be reached. */
  readonly origin: string
}

/**
 * Takes a round to its next stage: locks the weights and asks for scores, reveals the scores, or asks for scores again. A round
 * that somebody else has taken on meanwhile stays where it is.
 *
 * @throws {NotFound} if this person does not facilitate it, or there is no round
 */
export async function moveWeighing(
  services: Services,
  actor: Actor,
  { reference, seen, at, origin }: MoveAsked,
): Promise<Result<WeighingStage, MoveProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'facilitate')
    const round = await lastRound(tx, opened.review.id)
    if (round === undefined) throw notFound('weighing')
    if (round.number !== seen) return done(round.stage)
    const stage = next[round.stage]
    const problems = await problemsOf(tx, round)
    if (problems.length > 0) return refused(...problems)
    const longlist = optionsOf(await readRecord(tx, opened.review))
    const options = stage === 'scoring' ? longlist.map(({ id, title }) => ({ id, title })) : null
    const entered = { reviewId: round.reviewId, round: round.round, number: round.number + 1, stage, options, at }
    await insertStage(tx, { ...entered, by: opened.actor.personId })
    await recordReview(tx, opened, { action: 'review.weighing-moved', at, facts: { round: round.round, stage } })
    if (stage === 'scoring') await tellScorers(tx, services, opened, { asked: 'scores', origin })
    return done(stage)
  })
}

async function problemsOf(tx: Tx, round: WeighingRound): Promise<readonly MoveProblem[]> {
  if (round.stage === 'weighting') {
    const people = await progressOf(tx, round)
    return people.some(({ weighed }) => weighed) ? [] : [{ code: 'nobody-weighed' }]
  }
  if (round.stage === 'revealed') return []
  const unscored = await unscoredCriteria(tx, round)
  return unscored.length === 0 ? [] : [{ code: 'unscored', criteria: unscored.map(({ title }) => title) }]
}
