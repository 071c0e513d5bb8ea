import { Unavailable } from '../../../core/errors.ts'
import { type CostResult, costCaseOf, costEngine } from '../../../core/reviews/index.ts'
import type { CashCase } from '../../../core/uncertainty/index.ts'
import { cashInThread } from '../../../platform/solver/cash-in-thread.ts'
import { spreadInThreads } from '../../../platform/solver/spread-in-threads.ts'
import { inTurns } from '../../../platform/threads/turns.ts'
import type { RunKind } from '../runs/keep-run.ts'
import { readRecord } from '../sheets/read-record.ts'

/** One simulation at a time takes all processors but one; a few may wait for it. */
const turns = inTurns({ atOnce: 1, waiting: 4 })

/** Simulations of the money of a review. */
export const costRuns: RunKind<CashCase, CostResult> = {
  table: 'strategic_review_run',
  engine: costEngine,
  action: 'review.simulated',
  givenOf: async (db, review) => costCaseOf(await readRecord(db, review)),
  workOut: async (given) => {
    const working = turns(async () => {
      const spreads = await spreadInThreads(given)
      return spreads === null ? undefined : { spreads, cash: await cashInThread(given) }
    })
    if (working === undefined) throw new Unavailable('several simulations wait already: try again in a minute')
    return await working
  },
}
