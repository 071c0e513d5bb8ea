import type { Answers, Form, Question } from '../forms/index.ts'
import type { IsoDay } from '../time/day.ts'
import { entriesOn, formOf, itemNameOf, pagesOf, type Sheet, type SheetPage, type Unfit } from './sheet.ts'
import type { SheetEntry, SheetRecord } from './sheet-record.ts'

/** A sheet with the record that it is part of, as its pages need it. */
export type SheetHere = Pick<Sheet<SheetRecord>, 'id' | 'title' | 'what' | 'guidance' | 'list' | 'home'> & {
  /** What one of several pages is called; undefined for a sheet that is one page. */
  readonly itemName: string | undefined
  /** Questions whose answers stand beside the titles of several pages. */
  readonly columns: readonly string[]
  readonly pages: readonly SheetPage[]
  readonly entries: readonly SheetEntry[]
  readonly waitsFor: string | undefined
  readonly questions: (entry: string | undefined) => readonly Question[]
  /** @param today the day on which it is written; undefined where it is shown */
  readonly form: (entry: string | undefined, today?: IsoDay) => Form
  readonly unfit: (content: Answers) => readonly Unfit[]
}

/** A sheet in its record: whoever has it need not know what else the record holds. */
export function sheetIn<Record extends SheetRecord>(sheet: Sheet<Record>, record: Record): SheetHere {
  const { id, title, what, guidance, list, each, home } = sheet
  return {
    id,
    title,
    what,
    ...(guidance !== undefined && { guidance }),
    ...(list !== undefined && { list }),
    ...(home !== undefined && { home }),
    itemName: itemNameOf(sheet),
    columns: (list ?? each)?.columns ?? [],
    pages: pagesOf(sheet, record),
    entries: entriesOn(sheet, record),
    waitsFor: sheet.waitsFor?.(record),
    questions: (entry) => sheet.questions(record, entry),
    form: (entry, today) => formOf(sheet, record, entry, today),
    unfit: (content) => sheet.unfit?.(record, content) ?? [],
  }
}
