import { pointWorth, totalScale } from '../../../core/assessment/index.ts'
import { confidenceWeight, rulesIn, seedOf } from '../../../core/rules/index.ts'
import type { UnderstandingCase } from '../../../core/understanding/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Seal } from '../../funds/index.ts'
import { sealedShortlistSize } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { countedScores, reviewTotals } from './read-score-table.ts'

/** Kept draws in each of four chains, and how often applications are drawn again. */
const effort = { draws: 4_000, bootstraps: 1_000 }

/** Of each criterion: it explains the total and ranks nothing, and a quarter of the draws tells enough. */
const diagnosisDraws = 1_000

/**
 * All that the statistics of a round follow from, as it is now, under its sealed rules. Chance begins with the hash of the
 * rules, so that nobody chooses it.
 *
 * @throws {StillBlind} while scoring is open
 */
export async function readCase(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  roundId: string,
  seal: Seal,
): Promise<UnderstandingCase> {
  const rules = rulesIn(seal.document)
  const { criteria, calibration, moderation } = rules
  const scores = await countedScores(db, roundId, rules)
  const pointsOf = Map.groupBy(scores, ({ reviewId }) => reviewId)
  const reviews = reviewTotals(scores, rules).map(({ applicationId, personId, reviewId, confidence, total }) => ({
    application: applicationId,
    assessor: personId,
    total,
    points: Object.fromEntries((pointsOf.get(reviewId) ?? []).map(({ criterionId, points }) => [criterionId, points])),
    ...(calibration.confidence && { weight: confidenceWeight(confidence, calibration.confidence) }),
  }))
  const reviewed = new Set(reviews.map(({ application }) => application))
  const scorable = await scorableApplications(db, roundId)
  return {
    format: 1,
    criteria: criteria.map(({ id }) => id),
    scale: totalScale(criteria),
    pointWorth: pointWorth(criteria),
    places: Math.max(1, await sealedShortlistSize(db, roundId, seal)),
    calibrationUse: calibration.use,
    noneUpTo: calibration.noneUpTo,
    spreadPoints: moderation.spreadPoints,
    seed: seedOf(seal.document, sha256),
    ...effort,
    reviews,
    withoutReview: scorable.filter(({ id }) => !reviewed.has(id)).map(({ id }) => id),
    diagnosis: {
      draws: diagnosisDraws,
      scales: criteria.map(({ id, bands }) => {
        const points = bands.map((band) => band.points)
        return { criterion: id, scale: [Math.min(...points), Math.max(...points)] }
      }),
    },
  }
}
