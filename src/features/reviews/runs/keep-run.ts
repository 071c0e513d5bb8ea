import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview, openReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import type { Review } from '../reviews.store.ts'
import { insertRun, type RunTable, runOf } from './runs.store.ts'

export type RunProblem = { readonly code: 'nothing-to-run' | 'cannot-go-together' | 'run-gone' }

/** A kind of run: what it is made of, what works it out, where it is kept and what the trail calls it. */
export type RunKind<Given, Found> = {
  readonly table: RunTable
  /** The version of the method. */
  readonly engine: string
  readonly action: string
  /** Undefined where there is nothing to work out yet. */
  readonly givenOf: (db: Database, review: Review) => Promise<Given | undefined>
  /** Undefined where what goes together cannot. @throws {Unavailable} when too many wait already */
  readonly workOut: (given: Given) => Promise<Found | undefined>
}

/** A whole as it is hashed and kept. */
export const textOf = (whole: object): string => canonicalJson(whole as unknown as Json)

/**
 * Works a review out as it stands, and keeps what it was made of and what came of it.
 *
 * @returns the number of the run
 * @throws {NotFound} if the review is not this person's to write
 * @throws {Unavailable} when too many wait already
 */
export async function keepRun<Given extends object, Found extends object>(
  services: Services,
  actor: Actor,
  kind: RunKind<Given, Found>,
  { reference, at }: { readonly reference: string; readonly at: Date },
): Promise<Result<number, RunProblem>> {
  const { review } = await openReview(services.db, actor, reference, 'write')
  const given = await kind.givenOf(services.db, review)
  if (given === undefined) return refused({ code: 'nothing-to-run' })
  const found = await kind.workOut(given)
  if (found === undefined) return refused({ code: 'cannot-go-together' })
  const { table, engine, action } = kind
  const [input, result] = [textOf(given), textOf(found)]
  const [inputSha256, resultSha256] = [services.sha256(input), services.sha256(result)]
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'write')
    const kept = { input, inputSha256, result, resultSha256, engine, madeAt: at, by: opened.actor.personId }
    const number = await insertRun(tx, table, { id: services.newId(), reviewId: review.id, ...kept })
    await recordReview(tx, opened, { action, at, facts: { number, inputSha256, resultSha256, engine } })
    return done(number)
  })
}

/**
 * Works a run out again from what was kept, and compares.
 *
 * @returns whether it is the same to the letter
 * @throws {NotFound} if the review is not this person's to read
 */
export async function checkRun<Given, Found extends object>(
  services: Services,
  actor: Actor,
  { table, workOut }: RunKind<Given, Found>,
  { reference, number }: { readonly reference: string; readonly number: number },
): Promise<Result<boolean, RunProblem>> {
  const { review } = await openReview(services.db, actor, reference, 'read')
  const run = await runOf(services.db, table, review.id, number)
  if (run === undefined) return refused({ code: 'run-gone' })
  const again = await workOut(JSON.parse(run.input) as Given)
  return done(again !== undefined && services.sha256(textOf(again)) === run.resultSha256)
}
