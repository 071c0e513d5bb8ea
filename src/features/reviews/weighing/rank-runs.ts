import { Unavailable } from '../../../core/errors.ts'
import { type RanksCase, type RanksResult, ranksCaseOf, ranksEngine } from '../../../core/reviews/index.ts'
import { ranksInThread } from '../../../platform/solver/ranks-in-thread.ts'
import { inTurns } from '../../../platform/threads/turns.ts'
import type { RunKind } from '../runs/keep-run.ts'
import { readWeighing } from './read-weighing.ts'

/** One at a time takes a processor for a second; a few may wait for it. */
const turns = inTurns({ atOnce: 1, waiting: 4 })

/** How often each option has each rank. */
export const rankRuns: RunKind<RanksCase, RanksResult> = {
  table: 'strategic_review_rank_run',
  engine: ranksEngine,
  action: 'review.ranks-worked-out',
  givenOf: async (db, review) => {
    const weighing = await readWeighing(db, review.id)
    return weighing && ranksCaseOf(weighing)
  },
  workOut: async (given) => {
    const working = turns(async () => await ranksInThread(given))
    if (working === undefined) throw new Unavailable('several others wait already: try again in a minute')
    return await working
  },
}
