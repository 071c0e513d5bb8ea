import { type ReviewTotal, scoresAreOpen, weightedTotal } from '../../../core/assessment/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { assessmentOf } from '../assessment.store.ts'
import { type CountedScore, scoresThatCount } from './score-table.store.ts'

/**
 * The scores of a round that count: of submitted reviews of applications that are eligible and within scope, as moderated
 * where they were, without reviews that are set aside, and only for criteria of the sealed rules.
 *
 * @throws {Error} while scoring is open: nobody sees then what others gave
 */
export async function countedScores(
  db: Database | Tx,
  roundId: string,
  rules: Pick<AssessmentRules, 'criteria'>,
): Promise<readonly CountedScore[]> {
  if (!scoresAreOpen(await assessmentOf(db, roundId)))
    throw new Error('scores of others are not read before scoring has closed')
  const criteria = new Set(rules.criteria.map(({ id }) => id))
  const scores = await scoresThatCount(db, roundId)
  return scores.filter(({ criterionId }) => criteria.has(criterionId))
}

/** What each review gives in all; a review in which a criterion has no points gives nothing. */
export function reviewTotals(
  scores: readonly CountedScore[],
  { criteria }: Pick<AssessmentRules, 'criteria'>,
): readonly (ReviewTotal & { readonly reviewId: string })[] {
  return [...Map.groupBy(scores, ({ reviewId }) => reviewId)].flatMap(([reviewId, of]) => {
    const total = weightedTotal(criteria, new Map(of.map(({ criterionId, points }) => [criterionId, points])))
    const [first] = of
    if (total === null || first === undefined) return []
    return [{ reviewId, applicationId: first.applicationId, personId: first.personId, total }]
  })
}
