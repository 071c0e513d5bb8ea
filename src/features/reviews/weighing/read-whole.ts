import {
  costCaseOf,
  type KeptRun,
  type ReviewRecord,
  type ReviewRuns,
  ranksCaseOf,
} from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Review } from '../reviews.store.ts'
import { type RunKind, textOf } from '../runs/keep-run.ts'
import { runOf } from '../runs/runs.store.ts'
import { readRecord } from '../sheets/read-record.ts'
import { costRuns } from '../uncertainty/cost-runs.ts'
import { rankRuns } from './rank-runs.ts'
import { readWeighing } from './read-weighing.ts'

/**
 * A review with what was weighed in it and what was worked out and kept, as its report and its versions have it. Nothing in it
 * is sealed.
 */
export async function readWhole(db: Database | Tx, review: Pick<Review, 'id' | 'depth'>): Promise<ReviewRecord> {
  const record = await readRecord(db, review)
  const weighing = await readWeighing(db, review.id)
  const runs = await runsOf(db, review, weighing === undefined ? record : { ...record, weighing })
  return weighing === undefined ? { ...record, runs } : { ...record, weighing, runs }
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
