import type { Answers } from '../forms/index.ts'
import type { ReviewWeighing } from './weighing/weighing.ts'

/** Each adds to the one before and loses nothing: uncertainty by ranges, then by simulation. */
export const depths = ['quick', 'standard', 'full'] as const
export type Depth = (typeof depths)[number]

/** What is written on one page of a sheet. */
export type ReviewEntry = {
  readonly id: string
  /** How often it was written, from 1: what a page that changes it must have seen. */
  readonly version: number
  readonly content: Answers
}

/** A review as it stands: all that is worked out of it is worked out of this. */
export type ReviewRecord = {
  readonly depth: Depth
  /** Entries by the id of their sheet, in their order. */
  readonly sheets: Readonly<Record<string, readonly ReviewEntry[]>>
  /** The last round of weighing as far as it is open to all: only in the whole of a review, for its report and versions. */
  readonly weighing?: ReviewWeighing
}

/** The entry of a sheet that is one page. */
export const onlyEntry = 'page'

export const entriesOf = ({ sheets }: ReviewRecord, sheet: string): readonly ReviewEntry[] =>
  Object.hasOwn(sheets, sheet) ? (sheets[sheet] ?? []) : []

/** What a sheet of one page says; nothing is answered where it was not written yet. */
export const contentOf = (record: ReviewRecord, sheet: string): Answers =>
  entriesOf(record, sheet).find(({ id }) => id === onlyEntry)?.content ?? {}
