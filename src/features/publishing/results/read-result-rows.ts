import { notFound } from '../../../core/errors.ts'
import { type ResultFigure, resultFigures, rowsOfResults } from '../../../core/results/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { ResultRowsModel } from './pages/result-rows.ts'
import { publishedRecordOf } from './published-record.store.ts'
import { crumbsOf, publicRound } from './read-results.ts'
import { bandWords, cameToWords, outcomeWords } from './results.messages.ts'
import { resultsPath, resultsVersionPath } from './results.paths.ts'
import { resultsOf } from './results.store.ts'

/** Which figure is asked for: everything that was received unless it is said; undefined of one that no results have. */
export function readResultFigure(query: URLSearchParams): ResultFigure | undefined {
  const from = query.get('score-from')
  if (from !== null) return /^\d{1,3}$/.test(from) ? { scoreFrom: Number(from) } : undefined
  const asked = query.get('figure') ?? 'received'
  const cameTo = resultFigures.find((each) => each === asked)
  return cameTo && { cameTo }
}

/**
 * The applications behind a figure of published results: three statements.
 *
 * @throws {NotFound} of a version or a figure that is not there
 */
export async function readResultRows(
  db: Database,
  address: { readonly fund: string; readonly round: string },
  at: Date,
  query: URLSearchParams,
): Promise<ResultRowsModel> {
  const round = await publicRound(db, address, at)
  const figure = readResultFigure(query)
  const versions = await resultsOf(db, round.id)
  const version = query.get('version')
  const results = version === null ? versions[0] : versions.find(({ number }) => String(number) === version)
  const record = await publishedRecordOf(db, round.id)
  if (figure === undefined || results === undefined) throw notFound('results')
  const scores = new Map(record?.document.scores.map(({ reference, totalPercent }) => [reference, totalPercent]))
  const { document } = results
  const rows = rowsOfResults(document, figure, scores)
  const band = 'scoreFrom' in figure ? document.scores.find(({ from }) => from === figure.scoreFrom) : undefined
  if (rows === undefined || ('scoreFrom' in figure && band === undefined)) throw notFound('figure')
  const newest = results === versions[0]
  const back = newest ? resultsPath(address) : resultsVersionPath(address, results.number)
  return {
    round,
    breadcrumbs: [...crumbsOf(round, address), { text: 'Results', href: back }, { text: 'Applications' }],
    title: 'cameTo' in figure ? cameToWords(figure.cameTo) : `Final score of ${bandWords(band ?? { from: 0, to: 0 })}`,
    rows: rows.map(({ name, reference, cameTo, outcome, readers, pounds }) => ({
      name,
      cameTo: cameToWords(cameTo),
      outcome: outcome === 'award' ? 'Awarded' : outcomeWords[outcome],
      score: scores.get(reference) ?? null,
      pounds,
      readers,
    })),
  }
}
