import type { SubmissionTexts } from '../../../core/decisions/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { SavedNote } from './deciding.store.ts'
import type { Standing } from './read-outcomes.ts'

/** A decision that somebody records, with all that its record is made of. */
export type ToDecide = {
  readonly round: RoundInFund
  readonly standing: Standing
  readonly note: SavedNote
  readonly submission: SubmissionTexts
  readonly read: DecideRead
  readonly recordedById: string
  readonly at: Date
}

/** What was read of the form. */
export type DecideRead = {
  readonly decidedBy: string
  readonly title: string
  readonly recordedBy: string
  readonly evidence: string
  readonly tellAt: Date
  readonly expiresOn: IsoDay | null
  readonly approval: { readonly asked: boolean; readonly reason: string }
}
