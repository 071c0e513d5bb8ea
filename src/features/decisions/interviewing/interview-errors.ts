import { weightedTotal } from '../../../core/assessment/index.ts'
import { errorOfMean, type PanelNoise, panelNoise } from '../../../core/interviews/index.ts'
import type { InterviewRules } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { reviewsThatCount } from './interviewing.store.ts'

/** How far interview scores may be off, as standard deviations in points of 100. */
export type InterviewErrors = {
  readonly noise: PanelNoise
  /** Of an application, by how many of the panel scored it. */
  readonly errorOf: (applicationId: string) => number
}

/** What the panel's own scores say of how far they may be off; of scores that are whole. */
export async function interviewErrors(
  db: Database | Tx,
  round: { readonly id: string },
  { criteria }: Pick<InterviewRules, 'criteria'>,
): Promise<InterviewErrors> {
  const reviews = await reviewsThatCount(db, round.id)
  const totals = reviews.flatMap(({ applicationId, personId, points }) => {
    const total = weightedTotal(criteria, new Map(Object.entries(points)))
    return total === null ? [] : [[applicationId, personId, total] as const]
  })
  const noise = panelNoise(totals)
  const heardBy = new Map([...Map.groupBy(totals, ([id]) => id)].map(([id, of]) => [id, of.length]))
  return { noise, errorOf: (id) => errorOfMean(noise, heardBy.get(id) ?? 1) }
}
