import { type ReviewTotal, weightedTotal } from '../../../core/assessment/index.ts'
import type { AssessmentRules, Confidence } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { reviewsOf } from '../scoring/reviews.store.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { moderationOf } from './score-table.store.ts'

/** Points that count for one criterion of one review. */
export type CountedScore = {
  readonly applicationId: string
  readonly personId: string
  readonly reviewId: string
  readonly criterionId: string
  /** How sure the assessor is of the review; null where the sealed rules ask nobody. */
  readonly confidence: Confidence | null
  /** As moderated, where they were. */
  readonly points: number
  /** As the assessor gave them. */
  readonly original: number
}

/**
 * The scores of a round that count: of submitted reviews of applications that are eligible and within scope, as moderated
 * where they were, without reviews that are set aside, and only for criteria of the sealed rules. By application in the
 * order of the references, by person and by criterion.
 *
 * @throws {StillBlind} while scoring is open: nobody sees then what others gave
 */
export async function countedScores(
  db: Database | Tx,
  roundId: string,
  rules: Pick<AssessmentRules, 'criteria'>,
): Promise<readonly CountedScore[]> {
  const reviews = await reviewsOf(db, roundId)
  const scorable = new Set((await scorableApplications(db, roundId)).map(({ id }) => id))
  const { moderated, setAside } = await moderationOf(db, roundId)
  const pointsOf = new Map(moderated.map((each) => [`${each.reviewId} ${each.criterionId}`, each.points]))
  const aside = new Set(setAside)
  const criteria = new Set(rules.criteria.map(({ id }) => id))
  return reviews
    .filter(
      ({ reviewId, applicationId, state }) =>
        state === 'submitted' && scorable.has(applicationId) && !aside.has(reviewId),
    )
    .flatMap(({ applicationId, personId, reviewId, confidence, scores }) =>
      scores.flatMap(({ criterionId, points: original }) => {
        if (original === null || !criteria.has(criterionId)) return []
        const points = pointsOf.get(`${reviewId} ${criterionId}`) ?? original
        return [{ applicationId, personId, reviewId, criterionId, confidence, points, original }]
      }),
    )
}

/** What each review gives in all; a review in which a criterion has no points gives nothing. */
export function reviewTotals(
  scores: readonly CountedScore[],
  { criteria }: Pick<AssessmentRules, 'criteria'>,
): readonly (ReviewTotal & { readonly reviewId: string; readonly confidence: Confidence | null })[] {
  return [...Map.groupBy(scores, ({ reviewId }) => reviewId)].flatMap(([reviewId, of]) => {
    const total = weightedTotal(criteria, new Map(of.map(({ criterionId, points }) => [criterionId, points])))
    const [first] = of
    if (total === null || first === undefined) return []
    const { applicationId, personId, confidence } = first
    return [{ reviewId, applicationId, personId, confidence, total }]
  })
}
