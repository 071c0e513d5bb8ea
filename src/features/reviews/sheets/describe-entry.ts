import {
  answerOf,
  answerWords,
  moneyWords,
  nameInSentence,
  type Question,
  tableTotal,
} from '../../../core/forms/index.ts'
import { entriesOf, type ReviewEntry, type ReviewRecord, type Sheet } from '../../../core/reviews/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { entryPath } from '../reviews.paths.ts'
import type { EntryRow } from './pages/entries.ts'

/** What an entry is called in its list. */
export function titleOf({ list }: Sheet, { content }: ReviewEntry): string {
  const title = list === undefined ? undefined : answerOf(content, list.titledBy)
  return typeof title === 'string' ? title : ''
}

/** The entries of a list as rows, with the questions that are its columns. */
export function describeEntry(
  reference: string,
  sheet: Sheet,
  record: ReviewRecord,
): { readonly headings: readonly string[]; readonly rows: readonly EntryRow[] } {
  const questions = sheet.questions(record)
  const columns = (sheet.list?.columns ?? []).flatMap((id) => questions.find((question) => question.id === id) ?? [])
  return {
    headings: columns.map((question) => capital(nameInSentence(question))),
    rows: entriesOf(record, sheet.id).map((entry) => ({
      href: entryPath(reference, sheet.id, entry.id),
      removeHref: `${entryPath(reference, sheet.id, entry.id)}/remove`,
      title: titleOf(sheet, entry),
      cells: columns.map((question) => wordsOf(question, entry)),
    })),
  }
}

function wordsOf(question: Question, { content }: ReviewEntry): string {
  const answer = answerOf(content, question.id)
  if (answer === undefined) return ''
  if (question.type === 'money-table') return moneyWords(tableTotal(question, answer) ?? 0)
  return answerWords(question, answer).join(', ')
}
