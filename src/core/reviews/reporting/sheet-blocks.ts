import { answerOf, answerWords, isAnswered, nameInSentence, type Question, whatIsVisible } from '../../forms/index.ts'
import { capital } from '../../text/capital.ts'
import type { ReviewRecord } from '../review-record.ts'
import { formOf, itemNameOf, pagesOf, type Sheet, type SheetPage } from '../sheets/sheet.ts'
import type { ReportBlock } from './report-block.ts'

/** A sheet as it was written, page by page and question by question. */
export function sheetBlocks(sheet: Sheet, record: ReviewRecord): readonly ReportBlock[] {
  const pages = pagesOf(sheet, record).flatMap((page) => pageBlocks(sheet, record, page))
  return [
    { kind: 'heading', text: sheet.title },
    ...(pages.length === 0 ? [{ kind: 'missing', text: 'Nothing is written here.' } as const] : pages),
  ]
}

/** One page under its title, where there are several; nothing where nothing is answered. */
function pageBlocks(sheet: Sheet, record: ReviewRecord, { id, title, entry }: SheetPage): readonly ReportBlock[] {
  const content = entry?.content ?? {}
  const questions = whatIsVisible(formOf(sheet, record, id), content).pages[0]?.questions ?? []
  const rows = questions.flatMap((question) => {
    const answer = answerOf(content, question.id)
    if (question.id === sheet.list?.titledBy || !isAnswered(answer)) return []
    return [{ name: nameOf(question), value: answerWords(question, answer) }]
  })
  const facts: readonly ReportBlock[] = rows.length === 0 ? [] : [{ kind: 'facts', rows }]
  if (itemNameOf(sheet) === undefined || entry === undefined) return facts
  return [{ kind: 'entry', text: title }, ...facts]
}

/** What a question is called where its answer stands beside: short where it has a short name. */
const nameOf = (question: Question): string =>
  question.shortName === undefined ? question.label : capital(nameInSentence(question))
