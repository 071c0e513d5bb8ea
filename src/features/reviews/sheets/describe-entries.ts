import {
  answerOf,
  answerWords,
  moneyWords,
  nameInSentence,
  type Question,
  tableTotal,
} from '../../../core/forms/index.ts'
import { pagesOf, type ReviewEntry, type ReviewRecord, type Sheet } from '../../../core/reviews/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { entryHistoryPath, entryPath, removeEntryPath } from '../reviews.paths.ts'
import { moveValue } from './move-entry.ts'
import type { EntryRow } from './pages/entries.ts'

/** The pages of a sheet of several as rows, with the questions that are its columns. */
export function describeEntries(
  reference: string,
  sheet: Sheet,
  record: ReviewRecord,
): { readonly headings: readonly string[]; readonly rows: readonly EntryRow[] } {
  const questions = sheet.questions(record, undefined)
  const columns = ((sheet.list ?? sheet.each)?.columns ?? []).flatMap(
    (id) => questions.find((question) => question.id === id) ?? [],
  )
  const pages = pagesOf(sheet, record)
  return {
    headings: columns.map((question) => capital(nameInSentence(question))),
    rows: pages.map(({ id, title, entry }, at) => ({
      href: entryPath(reference, sheet.id, id),
      historyHref: entry === undefined ? undefined : entryHistoryPath(reference, sheet.id, id),
      removeHref: removeEntryPath(reference, sheet.id, id),
      up: at === 0 ? undefined : moveValue({ entry: id, place: at, by: -1 }),
      down: at === pages.length - 1 ? undefined : moveValue({ entry: id, place: at, by: 1 }),
      title,
      cells: columns.map((question) => wordsOf(question, entry)),
    })),
  }
}

function wordsOf(question: Question, entry: ReviewEntry | undefined): string {
  const answer = entry === undefined ? undefined : answerOf(entry.content, question.id)
  if (answer === undefined) return ''
  if (question.type === 'money-table') return moneyWords(tableTotal(question, answer) ?? 0)
  return answerWords(question, answer).join(', ')
}
