import type { RanksCase, RanksResult } from '../../core/reviews/index.ts'
import { runInThread } from '../threads/run-in-thread.ts'

const thread = new URL('./ranks-thread.ts', import.meta.url)

/** How often each option of a review has each rank, worked out in a thread of its own. */
export const ranksInThread = (given: RanksCase): Promise<RanksResult> =>
  runInThread(thread, given, { signal: new AbortController().signal, tell: () => undefined })
