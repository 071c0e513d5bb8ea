import type { SheetRecord } from '../sheets/index.ts'
import type { ReviewRuns } from './review-runs.ts'
import type { ReviewWeighing } from './weighing/weighing.ts'

/** Each adds to the one before and loses nothing: uncertainty by ranges, then by simulation. */
export const depths = ['quick', 'standard', 'full'] as const
export type Depth = (typeof depths)[number]

/** A review as it stands: all that is worked out of it is worked out of this. */
export type ReviewRecord = SheetRecord & {
  readonly depth: Depth
  /** The last round of weighing as far as it is open to all: only in the whole of a review, for its report and versions. */
  readonly weighing?: ReviewWeighing
  /** What was worked out of it and kept, there too. Versions that were frozen before ranks were kept have none. */
  readonly runs?: ReviewRuns
  /** Who wrote the reason for a departure, and when, as an ISO time: there too, where there is one. */
  readonly departureReason?: { readonly by: string; readonly at: string }
}
