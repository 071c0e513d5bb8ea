import type { Answers } from '../forms/index.ts'

/** What is written on one page of a sheet. */
export type SheetEntry = {
  readonly id: string
  /** How often it was written, from 1: what a page that changes it must have seen. */
  readonly version: number
  readonly content: Answers
}

/** Entries by the id of their sheet, in their order. */
export type SheetEntries = Readonly<Record<string, readonly SheetEntry[]>>

/** What was written on the sheets of one owner, as it stands: all that is worked out is worked out of this. */
export type SheetRecord = { readonly sheets: SheetEntries }

/** The entry of a sheet that is one page. */
export const onlyEntry = 'page'

export const entriesOf = ({ sheets }: SheetRecord, sheet: string): readonly SheetEntry[] =>
  Object.hasOwn(sheets, sheet) ? (sheets[sheet] ?? []) : []

/** What a sheet of one page says; nothing is answered where it was not written yet. */
export const contentOf = (record: SheetRecord, sheet: string): Answers =>
  entriesOf(record, sheet).find(({ id }) => id === onlyEntry)?.content ?? {}
