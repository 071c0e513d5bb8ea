import type { Database } from '../../../platform/database/database.ts'
import { rowsBehind } from '../results/read-result-rows.ts'
import type { ResultRowFacts } from './api-schemas.ts'

/**
 * Every application of a round, those that were withdrawn among them, as its results were published last: four statements.
 *
 * @throws {NotFound} before there are results, or of results of the first format, which do not say how far each came
 */
export async function readPublicRows(
  db: Database,
  address: { readonly fund: string; readonly round: string },
  at: Date,
): Promise<readonly ResultRowFacts[]> {
  const { results, rows } = await rowsBehind(db, address, at)
  const { illustrative } = results.document.round
  return rows
    .map(({ reference, name, cameTo, outcome, score, pounds, readers }) => ({
      key: reference,
      name,
      cameTo,
      outcome,
      scorePercent: score,
      decidedPounds: pounds,
      readers: [...readers],
      illustrative,
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}
