import { type Answers, answerOf, answerWords, type Check, type Form, type Question } from '../forms/index.ts'
import type { IsoDay } from '../time/day.ts'
import { entriesOf, onlyEntry, type SheetEntry, type SheetRecord } from './sheet-record.ts'

/** A sheet whose pages are entries of a list, such as risks. */
export type EntryList = {
  /** One of them in the middle of a sentence: `risk`. */
  readonly itemName: string
  /** Several of them; with an s unless told: `criteria`. */
  readonly itemsName?: string
  /** The question whose answer names an entry in lists. */
  readonly titledBy: string
  /** Questions whose answers stand in the list beside the title. */
  readonly columns: readonly string[]
  readonly most: number
  readonly distinct?: DistinctNames
}

/** That no two entries of a list have one name. */
export type DistinctNames = {
  /** The question within whose answer names differ, such as the option of a line; in the whole list unless told. */
  readonly within?: string
  /** What is said to whoever gives an entry a name that another one has. */
  readonly text: string
}

/** A sheet with a page for each of what another sheet has, such as each option. */
export type PageForEach<Record extends SheetRecord> = {
  readonly itemName: string
  readonly of: (record: Record) => readonly { readonly id: string; readonly title: string }[]
  /** Questions whose answers stand beside the title. */
  readonly columns: readonly string[]
}

/** What cannot stay as it is written, at the input to go to. */
export type Unfit = { readonly question: string; readonly field: string; readonly text: string }

/**
 * A part of a record that is written as answers to questions: one page; a list of entries with a page each; or a page
 * for each of something else.
 */
export type Sheet<Record extends SheetRecord> = {
  /** In addresses, and for ever. */
  readonly id: string
  readonly title: string
  /** What it is for, in a sentence. */
  readonly what: string
  readonly list?: EntryList
  readonly each?: PageForEach<Record>
  /** The page that shows it instead of a plain list, after the address of its owner. */
  readonly home?: string
  /** What must be there before an entry can be added, in a sentence; undefined where nothing is missing. */
  readonly waitsFor?: (record: Record) => string | undefined
  /** Markdown above the questions. */
  readonly guidance?: string
  /**
   * What is known of a page although nobody was asked it, such as of one that was written before a question was there; none
   * unless told. What was answered goes before it.
   */
  readonly known?: (content: Answers) => Answers
  /** What must hold between answers. */
  readonly checks?: readonly Check[]
  /** What must hold between answers, the day on which they are written, and what this record has. */
  readonly checksOn?: (today: IsoDay, record: Record) => readonly Check[]
  /** What cannot be asked of whole answers, such as the order of figures in a table. */
  readonly unfit?: (record: Record, content: Answers) => readonly Unfit[]
  /**
   * Those of a page, with what this record has to choose from.
   *
   * @param entry which page it is, where there is one for each of something
   */
  readonly questions: (record: Record, entry: string | undefined) => readonly Question[]
}

/** What a sheet of several pages calls one of them; undefined for a sheet that is one page. */
export const itemNameOf = ({
  list,
  each,
}: {
  readonly list?: EntryList | undefined
  readonly each?: { readonly itemName: string } | undefined
}): string | undefined => (list ?? each)?.itemName

/** A page of a sheet, with what was written on it so far. */
export type SheetPage = { readonly id: string; readonly title: string; readonly entry: SheetEntry | undefined }

/** What is written on a sheet, with what is known though nobody was asked it. */
export const entriesOn = <Record extends SheetRecord>(
  { id, known }: Pick<Sheet<Record>, 'id' | 'known'>,
  record: Record,
): readonly SheetEntry[] => {
  const entries = entriesOf(record, id)
  return known === undefined
    ? entries
    : entries.map((entry) => ({ ...entry, content: { ...known(entry.content), ...entry.content } }))
}

/** The pages of a sheet, in their order: its only one, or those written, or those that can be. */
export function pagesOf<Record extends SheetRecord>(sheet: Sheet<Record>, record: Record): readonly SheetPage[] {
  const { title, list, each, questions } = sheet
  const entries = entriesOn(sheet, record)
  if (each !== undefined)
    return each
      .of(record)
      .map(({ id, title: name }) => ({ id, title: name, entry: entries.find((entry) => entry.id === id) }))
  if (list === undefined) return [{ id: onlyEntry, title, entry: entries[0] }]
  const titling = questions(record, undefined).find(({ id }) => id === list.titledBy)
  return entries.map((entry) => ({
    id: entry.id,
    title: titling === undefined ? '' : answerWords(titling, answerOf(entry.content, titling.id)).join(', '),
    entry,
  }))
}

/**
 * The sheet as a form of one page, which reads, checks and shows what is written.
 *
 * @param today the day on which it is written; undefined where what is written already is shown
 */
export const formOf = <Record extends SheetRecord>(
  { id, title, guidance, checks = [], checksOn, questions }: Sheet<Record>,
  record: Record,
  entry?: string | undefined,
  today?: IsoDay,
): Form => ({
  id,
  title,
  pages: [{ id, title, questions: questions(record, entry), ...(guidance !== undefined && { guidance }) }],
  checks: today === undefined ? checks : [...checks, ...(checksOn?.(today, record) ?? [])],
})
