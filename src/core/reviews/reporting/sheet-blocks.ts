import type { Json } from '../../canonical/index.ts'
import {
  type Answers,
  answerOf,
  answerWords,
  isAnswered,
  isFigure,
  type MoneyTableQuestion,
  moneyWords,
  nameInSentence,
  type Question,
  type RepeatingGroupQuestion,
  tableRows,
  tableTotal,
  whatIsVisible,
} from '../../forms/index.ts'
import { formOf, itemNameOf, pagesOf, type SheetPage } from '../../sheets/index.ts'
import { capital } from '../../text/capital.ts'
import type { ReviewRecord } from '../review-record.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { amountsTable, type ReportBlock, type ReportTable } from './report-block.ts'

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
      columns: [{ text: capital(several.itemName) }, ...headings],
      rows,
    },
  ]
}

function headingOf(sheet: Sheet, record: ReviewRecord, column: string): ReportTable['columns'][number] {
  const question = sheet.questions(record, undefined).find(({ id }) => id === column)
  return question === undefined
    ? { text: '' }
    : { text: capital(nameInSentence(question)), amounts: isFigure(question) }
}

/** One page under its title, where there are several; nothing where nothing is answered. */
function pageBlocks(sheet: Sheet, record: ReviewRecord, { id, title, entry }: SheetPage): readonly ReportBlock[] {
  const content = entry?.content ?? {}
  const questions = whatIsVisible(formOf(sheet, record, id), content).pages[0]?.questions ?? []
  const answers = questions.flatMap((question): readonly ReportBlock[] => {
    const answer = answerOf(content, question.id)
    if (question.id === sheet.list?.titledBy || !isAnswered(answer)) return []
    if (question.type === 'money-table' && Array.isArray(answer)) return [yearsTable(question, answer)]
    return question.type === 'repeating-group' && Array.isArray(answer)
      ? [itemsTable(question, answer)]
      : [{ kind: 'facts', rows: [{ name: nameOf(question), value: answerWords(question, answer) }] }]
  })
  const blocks = joinFacts(answers)
  if (itemNameOf(sheet) === undefined || entry === undefined) return blocks
  return [{ kind: 'entry', text: title }, ...blocks]
}

/** Amounts year by year, which are the rows of every such question of a review. */
function yearsTable(question: MoneyTableQuestion, answer: Json): ReportTable {
  const rows = tableRows(question, answer).map(({ name, cells }) => [name, ...cells])
  const total = question.columns.length === 1 ? tableTotal(question, answer) : undefined
  return amountsTable(
    nameOf(question),
    ['Year', ...question.columns.map(({ label }) => label)],
    total === undefined ? rows : [...rows, ['Total', moneyWords(total)]],
  )
}

/** Several things, each a row, with what was said of it in columns: people’s words, and so none of them amounts. */
const itemsTable = (question: RepeatingGroupQuestion, items: readonly Json[]): ReportTable => ({
  kind: 'table',
  caption: nameOf(question),
  columns: question.questions.map((each) => ({ text: nameOf(each) })),
  rows: items.map((item) =>
    question.questions.map((each) => answerWords(each, answerOf(item as Answers, each.id)).join(', ')),
  ),
})

/** Facts that follow one another as one list of them. */
function joinFacts(blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  const joined: ReportBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'facts' && last?.kind === 'facts')
      joined[joined.length - 1] = { kind: 'facts', rows: [...last.rows, ...block.rows] }
    else joined.push(block)
  }
  return joined
}

/** What a question is called where its answer stands beside: short where it has a short name. */
const nameOf = (question: Question): string =>
  question.shortName === undefined ? question.label : capital(nameInSentence(question))
