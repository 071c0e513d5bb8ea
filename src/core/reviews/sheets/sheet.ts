import type { Sheet as RecordSheet } from '../../sheets/index.ts'
import type { Depth, ReviewRecord } from '../review-record.ts'
import type { ReviewNeed } from '../review-roles.ts'

/** Parts of a review, in the order of its report. */
export const chapters = [
  { id: 'baseline', title: 'The service today' },
  { id: 'options', title: 'The options' },
  { id: 'criteria', title: 'What matters, and how much' },
  { id: 'money', title: 'Money and risk' },
  { id: 'judgement', title: 'People, law and delivery' },
  { id: 'report', title: 'The report' },
] as const
export type ChapterId = (typeof chapters)[number]['id']

/** A part of a review that is written as answers to questions. */
export type Sheet = RecordSheet<ReviewRecord> & {
  readonly chapter: ChapterId
  /** The least depth at which it is asked for; what was written stays at every depth. */
  readonly from: Depth
  /** How much is in the way of what its pages make together, such as a shortlist, once each is written; none unless told. */
  readonly inTheWay?: (record: ReviewRecord) => number
  /** Whether it is asked for at all, where that hangs on what was found; always unless told. */
  readonly asksWhen?: (record: ReviewRecord) => boolean
  /** Whether its record needs what was weighed. */
  readonly readsWeighing?: boolean
  /** What somebody must be allowed to, to write it: that of writers unless told. */
  readonly writtenBy?: ReviewNeed
}

/** What somebody must be allowed to in a review, to write this sheet. */
export const writingNeed = ({ writtenBy = 'write' }: Pick<Sheet, 'writtenBy'>): ReviewNeed => writtenBy
