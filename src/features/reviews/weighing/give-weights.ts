import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  consistencyOf,
  type PairProblem,
  readPairs,
  readSwings,
  type SwingProblem,
  type Typed,
  type WeighingMethod,
} from '../../../core/reviews/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { type GivenWeights, insertWeights, ownWeights } from './own.store.ts'
import { lastRound, type WeighingRound } from './weighing.store.ts'

/** What was typed: for each criterion, and for each two of them where they are compared in pairs. */
export type WeightsTyped = {
  readonly each: Readonly<Record<string, Typed>>
  readonly pair: (one: string, other: string) => string
}

/** That somebody came to late: weights are not asked for now, or these criteria are of a round that is over. */
export type NotAskedFor = { readonly code: 'not-asked-for' }

/** What became of them. */
export type WeightsKept = { readonly method: WeighingMethod; readonly contradict: boolean }

type Asked = {
  readonly reference: string
  /** The round that the page was about. */
  readonly round: number
  readonly typed: WeightsTyped
  readonly at: Date
}

/**
 * Keeps somebody's own weights, sealed until the weights of the round are locked.
 *
 * @returns how they were given, and whether comparisons in pairs contradict one another
 * @throws {NotFound} if this person does not score in it
 */
export async function giveWeights(
  services: Services,
  actor: Actor,
  { reference, round: asked, typed, at }: Asked,
): Promise<Result<WeightsKept, SwingProblem | PairProblem | NotAskedFor>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'score')
    const round = await lastRound(tx, opened.review.id)
    if (round === undefined || round.stage !== 'weighting' || round.round !== asked)
      return refused({ code: 'not-asked-for' } as const)
    const read = readWeights(round, typed)
    if (!read.ok) return read
    const mine = { reviewId: round.reviewId, round: round.round, personId: opened.actor.personId }
    const version = 1 + ((await ownWeights(tx, mine))?.version ?? 0)
    await insertWeights(tx, mine, { ...read.value, version, at })
    await recordReview(tx, opened, { action: 'review.weights-given', at, facts: { round: round.round, version } })
    const { pairs } = read.value
    const contradict = pairs !== undefined && pairs !== null && consistencyOf(round.criteria, pairs).isHigh
    return done({ method: round.method, contradict })
  })
}

const readWeights = (
  { method, criteria }: WeighingRound,
  { each, pair }: WeightsTyped,
): Result<GivenWeights, SwingProblem | PairProblem> =>
  method === 'pairs' ? readPairs(criteria, pair, each) : readSwings(method, criteria, each)
