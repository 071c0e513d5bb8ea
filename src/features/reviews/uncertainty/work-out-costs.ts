import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { Unavailable } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type CostResult, costCaseOf, costEngine } from '../../../core/reviews/index.ts'
import type { CashCase } from '../../../core/uncertainty/index.ts'
import type { Services } from '../../../platform/services.ts'
import { cashInThread } from '../../../platform/solver/cash-in-thread.ts'
import { spreadInThreads } from '../../../platform/solver/spread-in-threads.ts'
import { inTurns } from '../../../platform/threads/turns.ts'
import { holdReview, openReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { readRecord } from '../sheets/read-record.ts'
import { insertRun, runOf } from './runs.store.ts'

export type RunProblem = { readonly code: 'nothing-to-run' | 'cannot-go-together' | 'run-gone' }

/** One simulation at a time takes all processors but one; a few may wait for it. */
const turns = inTurns({ atOnce: 1, waiting: 4 })

/**
 * Simulates the money of a review as it stands, and keeps what it was made of and what came of it.
 *
 * @returns the number of the run
 * @throws {NotFound} if the review is not this person's to write
 * @throws {Unavailable} when too many wait already
 */
export async function workOutCosts(
  services: Services,
  actor: Actor,
  { reference, at }: { readonly reference: string; readonly at: Date },
): Promise<Result<number, RunProblem>> {
  const { review } = await openReview(services.db, actor, reference, 'write')
  const given = costCaseOf(await readRecord(services.db, review))
  if (given === undefined) return refused({ code: 'nothing-to-run' })
  const result = await simulated(given)
  if (result === undefined) return refused({ code: 'cannot-go-together' })
  const [input, output] = [textOf(given), textOf(result)]
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'write')
    const [inputSha256, resultSha256] = [services.sha256(input), services.sha256(output)]
    const number = await insertRun(tx, {
      id: services.newId(),
      reviewId: review.id,
      input,
      inputSha256,
      result: output,
      resultSha256,
      engine: costEngine,
      madeAt: at,
      by: opened.actor.personId,
    })
    const facts = { number, inputSha256, resultSha256, engine: costEngine }
    await recordReview(tx, opened, { action: 'review.simulated', at, facts })
    return done(number)
  })
}

/**
 * Works a run out again from what was kept, and compares.
 *
 * @returns whether it is the same to the letter
 * @throws {NotFound} if the review is not this person's to read
 */
export async function checkRun(
  services: Services,
  actor: Actor,
  { reference, number }: { readonly reference: string; readonly number: number },
): Promise<Result<boolean, RunProblem>> {
  const { review } = await openReview(services.db, actor, reference, 'read')
  const run = await runOf(services.db, review.id, number)
  if (run === undefined) return refused({ code: 'run-gone' })
  const again = await simulated(JSON.parse(run.input) as CashCase)
  return done(again !== undefined && services.sha256(textOf(again)) === run.resultSha256)
}

/** A whole as it is hashed. */
export const textOf = (whole: CashCase | CostResult): string => canonicalJson(whole as unknown as Json)

async function simulated(given: CashCase): Promise<CostResult | undefined> {
  const working = turns(async () => {
    const spreads = await spreadInThreads(given)
    return spreads === null ? undefined : { spreads, cash: await cashInThread(given) }
  })
  if (working === undefined) throw new Unavailable('several simulations wait already: try again in a minute')
  return await working
}
