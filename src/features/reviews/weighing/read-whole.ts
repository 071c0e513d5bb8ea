import {
  costCaseOf,
  departureOf,
  departureSheetId,
  type KeptRun,
  type ReviewRecord,
  type ReviewRuns,
  ranksCaseOf,
  reasonForDeparture,
} from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { versionsOf } from '../../sheets/index.ts'
import type { Review } from '../reviews.store.ts'
import { type RunKind, textOf } from '../runs/keep-run.ts'
import { runOf } from '../runs/runs.store.ts'
import { reviewEntries } from '../sheets/review-entries.ts'
import { costRuns } from '../uncertainty/cost-runs.ts'
import { rankRuns } from './rank-runs.ts'
import { readWeighed } from './read-weighed.ts'

/**
 * A review with what was weighed in it and what was worked out and kept, as its report and its versions have it. Nothing in it
 * is sealed.
 */
export async function readWhole(db: Database | Tx, review: Pick<Review, 'id' | 'depth'>): Promise<ReviewRecord> {
  const record = await readWeighed(db, review)
  const departureReason = await departureReasonOf(db, review, record)
  return { ...record, runs: await runsOf(db, review, record), ...(departureReason && { departureReason }) }
}

/** Who wrote the reason for a departure last, and when; undefined where there is none. */
async function departureReasonOf(db: Database | Tx, { id }: Pick<Review, 'id'>, record: ReviewRecord) {
  const departure = departureOf(record)
  if (departure === undefined || reasonForDeparture(record, departure) === '') return undefined
  const place = { sheet: departureSheetId, entry: departure.preferred.id }
  const [last] = await versionsOf(db, reviewEntries(id), place)
  return last && { by: last.by, at: last.at.toISOString() }
}

/** Simulations belong to full depth. */
async function runsOf(db: Database | Tx, { id, depth }: Pick<Review, 'id' | 'depth'>, record: ReviewRecord) {
  const costs = depth === 'full' ? await lastRun(db, id, costRuns, costCaseOf(record)) : undefined
  const ranks = await lastRun(db, id, rankRuns, record.weighing && ranksCaseOf(record.weighing))
  return { ...(costs && { costs }), ...(ranks && { ranks }) } satisfies ReviewRuns
}

/** @param given what a run would be made of now */
async function lastRun<Given extends object, Found>(
  db: Database | Tx,
  reviewId: string,
  { table }: RunKind<Given, Found>,
  given: Given | undefined,
): Promise<KeptRun<Found> | undefined> {
  const run = await runOf(db, table, reviewId, undefined)
  if (run === undefined) return undefined
  const { number, engine, inputSha256, resultSha256 } = run
  return {
    number,
    engine,
    inputSha256,
    resultSha256,
    madeAt: run.madeAt.toISOString(),
    current: given !== undefined && textOf(given) === run.input,
    result: JSON.parse(run.result) as Found,
  }
}
