import type { CostResult } from './uncertainty/cost-run.ts'
import type { RanksResult } from './weighing/ranks.ts'

/** The last of the runs of one kind in a review: what came of it, and by which it can be found and worked out again. */
export type KeptRun<Found> = {
  readonly number: number
  /** An ISO time. */
  readonly madeAt: string
  readonly engine: string
  readonly inputSha256: string
  readonly resultSha256: string
  /** Whether it was made of what stands in the record, or of what was there before. */
  readonly current: boolean
  readonly result: Found
}

/** What was worked out of a review and kept; a kind of which there is no run is not there. */
export type ReviewRuns = { readonly costs?: KeptRun<CostResult>; readonly ranks?: KeptRun<RanksResult> }
