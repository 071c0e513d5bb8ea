import { type CombineRules, combineScores, type FinalScore } from '../../../core/interviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { interviewingOf, reviewsThatCount } from './interviewing.store.ts'
import { shortlistedOf } from './read-shortlisted.ts'

/**
 * What each application on the frozen shortlist has in the end, by the sealed weights; without those that were withdrawn
 * since. Empty while the shortlist is not frozen. Before interviews have closed it is of what was submitted so far.
 *
 * @param rules as sealed: never the draft
 */
export async function finalScores(
  db: Database | Tx,
  round: { readonly id: string },
  rules: CombineRules,
): Promise<readonly FinalScore[]> {
  const shortlisted = await shortlistedOf(db, round.id)
  const byApplication = Map.groupBy(await reviewsThatCount(db, round.id), ({ applicationId }) => applicationId)
  return shortlisted.map(({ id, reference, mean, missed }) =>
    combineScores(
      {
        applicationId: id,
        reference,
        writtenPercent: mean ?? 0,
        missed,
        reviews: byApplication.get(id) ?? [],
      },
      rules,
    ),
  )
}

/** Whether nothing is scored any more: interviews have closed, or none are held. */
export async function interviewsClosed(db: Database | Tx, roundId: string): Promise<boolean> {
  const { held, closedAt } = await interviewingOf(db, roundId)
  return !held || closedAt !== null
}
