import { answerOf, answerWords, isAnswered, nameInSentence, type Question, whatIsVisible } from '../../forms/index.ts'
import { formOf, itemNameOf, pagesOf, type SheetPage } from '../../sheets/index.ts'
import { capital } from '../../text/capital.ts'
import type { ReviewRecord } from '../review-record.ts'
import type { Sheet } from '../sheets/sheet.ts'
import type { ReportBlock } from './report-block.ts'

/** A sheet as it was written, page by page and question by question. */
export function sheetBlocks(sheet: Sheet, record: ReviewRecord): readonly ReportBlock[] {
  const pages = pagesOf(sheet, record).flatMap((page) => pageBlocks(sheet, record, page))
  return [
    { kind: 'heading', text: sheet.title },
    ...(pages.length === 0 ? [{ kind: 'missing', text: 'Nothing is written here.' } as const] : pages),
  ]
}

/**
 * The same in short: a sheet of several pages as a table of what stands in its list, and whole in the annex. What people said,
 * and what an expert or an adviser did, is printed in full.
 */
export function shortBlocks(sheet: Sheet, record: ReviewRecord): readonly ReportBlock[] {
  const several = sheet.list ?? sheet.each
  if (several === undefined || sheet.chapter === 'judgement') return sheetBlocks(sheet, record)
  const pages = pagesOf(sheet, record).filter(({ entry }) => entry !== undefined)
  if (pages.length === 0) return sheetBlocks(sheet, record)
  const columns = several.columns.filter((id) => id !== sheet.list?.titledBy)
  const rows = pages.map(({ id, title, entry }) => {
    const questions = sheet.questions(record, id)
    const cells = columns.map((column) => {
      const question = questions.find((each) => each.id === column)
      const answer = question === undefined ? undefined : answerOf(entry?.content ?? {}, column)
      return question === undefined || answer === undefined ? '' : answerWords(question, answer).join(', ')
    })
    return [title, ...cells]
  })
  const headings = columns.map((column) => headingOf(sheet, record, column))
  return [
    {
      kind: 'table',
      caption: sheet.title,
      columns: [capital(several.itemName), ...headings].map((text) => ({ text })),
      rows,
    },
  ]
}

function headingOf(sheet: Sheet, record: ReviewRecord, column: string): string {
  const question = sheet.questions(record, undefined).find(({ id }) => id === column)
  return question === undefined ? '' : capital(nameInSentence(question))
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
