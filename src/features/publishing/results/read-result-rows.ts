import { notFound } from '../../../core/errors.ts'
import {
  type ResultFigure,
  type ResultRow,
  type ResultsDocument,
  resultFigures,
  rowsOfResults,
} from '../../../core/results/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { ResultRowsModel } from './pages/result-rows.ts'
import { publishedRecordOf } from './published-record.store.ts'
import { crumbsOf, publicRound } from './read-results.ts'
import { bandWords, cameToWords, outcomeWords, rowsHeadings } from './results.messages.ts'
import { resultsPath, resultsVersionPath } from './results.paths.ts'
import { type PublishedResults, resultsOf } from './results.store.ts'

type Address = { readonly fund: string; readonly round: string }

/** An application of published results with its final score, of 100; null of one that was not before the panel. */
export type ScoredRow = ResultRow & { readonly score: number | null }

type RowsOfVersion = {
  readonly round: RoundInFund
  readonly results: PublishedResults
  /** Whether no newer version is published. */
  readonly newest: boolean
  readonly rows: readonly ScoredRow[]
}

/** Which figure is asked for: everything that was received unless it is said; undefined of one that no results have. */
export function readResultFigure(query: URLSearchParams): ResultFigure | undefined {
  const from = query.get('score-from')
  if (from !== null) return /^\d{1,3}$/.test(from) ? { scoreFrom: Number(from) } : undefined
  const asked = query.get('figure') ?? 'received'
  const cameTo = resultFigures.find((each) => each === asked)
  return cameTo && { cameTo }
}

/**
 * The applications behind a figure of published results, or all of them: four statements.
 *
 * @param version by its number as it is written; the newest where there is none
 * @throws {NotFound} of a version that is not there, or that does not say how far each application came
 */
export async function rowsBehind(
  db: Database,
  address: Address,
  at: Date,
  figure?: ResultFigure,
  version: string | null = null,
): Promise<RowsOfVersion> {
  const round = await publicRound(db, address, at)
  const versions = await resultsOf(db, round.id)
  const results = version === null ? versions[0] : versions.find(({ number }) => String(number) === version)
  if (results === undefined) throw notFound('results')
  const record = await publishedRecordOf(db, round.id)
  const scores = new Map(record?.document.scores.map(({ reference, totalPercent }) => [reference, totalPercent]))
  const rows = rowsOfResults(results.document, figure, scores)
  if (rows === undefined) throw notFound('figure')
  return {
    round,
    results,
    newest: results === versions[0],
    rows: rows.map((row) => ({ ...row, score: scores.get(row.reference) ?? null })),
  }
}

/** All of them that a query asks for, for people. @throws {NotFound} of a version or a figure that is not there */
export async function readResultRows(
  db: Database,
  address: Address,
  at: Date,
  query: URLSearchParams,
): Promise<Omit<ResultRowsModel, 'pages'>> {
  const figure = readResultFigure(query)
  if (figure === undefined) throw notFound('figure')
  const { round, results, newest, rows } = await rowsBehind(db, address, at, figure, query.get('version'))
  const title = titleOf(results.document, figure)
  const back = newest ? resultsPath(address) : resultsVersionPath(address, results.number)
  return {
    round,
    breadcrumbs: [...crumbsOf(round, address), { text: 'Results', href: back }, { text: title }],
    title,
    total: rows.length,
    rows: rows.map(({ name, cameTo, outcome, score, readers, pounds }) => ({
      name,
      cameTo: cameToWords(cameTo),
      outcome: outcomeWords({ outcome, cameTo }),
      score,
      pounds,
      readers: outcome === 'award' ? 'Not published' : readers.join(', ') || 'Nobody',
    })),
  }
}

/** @throws {NotFound} of a band that these results do not have */
function titleOf({ scores }: ResultsDocument, figure: ResultFigure): string {
  if ('cameTo' in figure) return rowsHeadings[figure.cameTo]
  const band = scores.find(({ from }) => from === figure.scoreFrom)
  if (band === undefined) throw notFound('figure')
  return `Applications with a final score of ${bandWords(band)}`
}
