import {
  answerOf,
  answerWords,
  isFigure,
  moneyWords,
  nameInSentence,
  type Question,
  tableTotal,
} from '../../core/forms/index.ts'
import type { SheetEntry } from '../../core/sheets/index.ts'
import { capital } from '../../core/text/capital.ts'
import { moveValue } from './move-entry.ts'
import type { EntryRow } from './pages/entries.ts'
import { entryHistoryPath, entryPath, removeEntryPath } from './sheets.paths.ts'
import type { OpenSheet } from './sheets-owner.ts'

/** The pages of a sheet of several as rows, with the questions that are its columns. */
export function describeEntries({ home, sheet, whyItStays }: Pick<OpenSheet, 'home' | 'sheet' | 'whyItStays'>): {
  readonly headings: readonly { readonly text: string; readonly figures: boolean }[]
  readonly rows: readonly EntryRow[]
} {
  const { pages } = sheet
  const questions = sheet.questions(undefined)
  const columns = sheet.columns.flatMap((id) => questions.find((question) => question.id === id) ?? [])
  return {
    headings: columns.map((question) => ({
      text: capital(nameInSentence(question)),
      figures: isFigure(question),
    })),
    rows: pages.map(({ id, title, entry }, at) => ({
      href: entryPath(home, sheet.id, id),
      historyHref: entry === undefined ? undefined : entryHistoryPath(home, sheet.id, id),
      removeHref: whyItStays(id) === undefined ? removeEntryPath(home, sheet.id, id) : undefined,
      up: at === 0 ? undefined : moveValue({ entry: id, place: at, by: -1 }),
      down: at === pages.length - 1 ? undefined : moveValue({ entry: id, place: at, by: 1 }),
      title,
      cells: columns.map((question) => wordsOf(question, entry)),
    })),
  }
}

function wordsOf(question: Question, entry: SheetEntry | undefined): string {
  const answer = entry === undefined ? undefined : answerOf(entry.content, question.id)
  if (answer === undefined) return ''
  if (question.type === 'money-table') return moneyWords(tableTotal(question, answer) ?? 0)
  return answerWords(question, answer).join(', ')
}
