import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { readScores, type ScoreProblem } from '../../../core/reviews/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import type { NotAskedFor } from './give-weights.ts'
import { insertScores, ownScores } from './own.store.ts'
import { lastRound } from './weighing.store.ts'

export type ScoresTyped = Parameters<typeof readScores>[2]

type Asked = {
  readonly reference: string
  readonly criterion: string
  readonly typed: ScoresTyped
  readonly at: Date
}

/**
 * Keeps somebody's own scores on a criterion, sealed until they are revealed.
 *
 * @returns the criterion that they have not scored yet, the first time that scores are asked for; null where none is left
 * @throws {NotFound} if this person does not score in it, or the round has no such criterion
 */
export async function giveScores(
  services: Services,
  actor: Actor,
  { reference, criterion: asked, typed, at }: Asked,
): Promise<Result<string | null, ScoreProblem | NotAskedFor>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'score')
    const round = await lastRound(tx, opened.review.id)
    const criterion = round?.criteria.find(({ id }) => id === asked)
    if (round === undefined || criterion === undefined) throw notFound('criterion')
    if (round.stage !== 'scoring') return refused({ code: 'not-asked-for' } as const)
    const read = readScores(criterion, round.options, typed)
    if (!read.ok) return read
    const mine = { reviewId: round.reviewId, round: round.round, personId: opened.actor.personId }
    const all = await ownScores(tx, mine)
    const before = all.find((scores) => scores.criterion === asked)
    const version = 1 + (before?.version ?? 0)
    await insertScores(tx, mine, { ...read.value, criterion: asked, version, pass: round.pass, at })
    const facts = { round: round.round, criterion: asked, pass: round.pass, version }
    await recordReview(tx, opened, { action: 'review.scores-given', at, facts })
    const scored = [asked, ...all.map((scores) => scores.criterion)]
    return done(round.criteria.find(({ id }) => !scored.includes(id))?.id ?? null)
  })
}
