import type { Json, JsonObject } from '../../canonical/json.ts'
import { type Answered, answerOf } from '../answers.ts'
import type { MoneyColumn, MoneyTableQuestion } from '../definition.ts'
import { moneyWords, numberWords } from '../number-words.ts'
import type { PostedFields, ShownFields } from '../posted-fields.ts'
import type { Finding, Found, Place } from '../problem.ts'
import { itemsOf, tableTotal } from '../totals.ts'
import { itemCountFindings, itemNameOf, readIndexed, readItems } from './items.ts'
import { numberFindings, readNumber } from './number.ts'
import type { QuestionKind } from './question-kind.ts'
import { itemField } from './repeating-group.ts'
import { textFindings } from './text.ts'
import { shownNumber } from './typed-number.ts'
import { asTyped, rawWords, typedLine } from './typed-text.ts'

const columnType = ({ type = 'money' }: MoneyColumn) => type

/** The label of a row: of its fixed row, or its place among those added. */
function rowName(question: MoneyTableQuestion, item: JsonObject, index: number): string {
  const fixed = question.rows?.find((row) => row.id === answerOf(item, 'row'))
  return fixed?.label ?? `${itemNameOf({ itemName: 'row', ...question })} ${index + 1}`
}

/** Where the row's inputs are: fixed rows keep their own index though rows left blank have no item. */
function fieldIndex(question: MoneyTableQuestion, item: JsonObject, index: number): number {
  const fixed = question.rows?.findIndex((row) => row.id === answerOf(item, 'row')) ?? -1
  return fixed < 0 ? index : fixed
}

function placeOf(
  question: MoneyTableQuestion,
  item: JsonObject,
  index: number,
  column: MoneyColumn,
): Omit<Place, 'question'> {
  const type = columnType(column)
  return {
    field: itemField(question.id, fieldIndex(question, item, index), column.id),
    name: `${column.label} (${rowName(question, item, index)})`,
    type: type === 'text' ? 'short-text' : type,
  }
}

function cellFindings(column: MoneyColumn, value: Answered): readonly Finding[] {
  const type = columnType(column)
  return type === 'text' ? textFindings(value) : numberFindings(type, value)
}

/** Fixed rows: each item names its row, each row once. */
function rowsFit({ rows }: MoneyTableQuestion, items: readonly JsonObject[]): boolean {
  if (!rows) return true
  const named = items.map((item) => answerOf(item, 'row'))
  return new Set(named).size === named.length && named.every((id) => rows.some((row) => row.id === id))
}

function draft(question: MoneyTableQuestion, value: Answered): readonly Found[] {
  const parts = [...question.columns.map((column) => column.id), ...(question.rows ? ['row'] : [])]
  const read = readItems(question, value, parts)
  if ('finding' in read) return [read.finding]
  if (!rowsFit(question, read.items)) return [{ code: 'not-an-item' }]
  return read.items.flatMap((item, index) =>
    question.columns.flatMap((column) => {
      const cell = answerOf(item, column.id)
      const findings = cell === undefined ? [] : cellFindings(column, cell)
      return findings.map((finding) => ({ ...finding, at: placeOf(question, item, index, column) }))
    }),
  )
}

/** A row that people add is answered whole; a fixed row may have blank cells. */
function blankCells(question: MoneyTableQuestion, items: readonly JsonObject[]): readonly Found[] {
  if (question.rows) return []
  return items.flatMap((item, index) =>
    question.columns
      .filter((column) => answerOf(item, column.id) === undefined)
      .map((column) => ({ code: 'missing' as const, at: placeOf(question, item, index, column) })),
  )
}

/** Numbers below the least of their column; what is no number has its own problem already. */
function smallCells(question: MoneyTableQuestion, items: readonly JsonObject[]): readonly Found[] {
  return items.flatMap((item, index) =>
    question.columns.flatMap((column) => {
      const cell = answerOf(item, column.id)
      return column.min !== undefined && typeof cell === 'number' && cell < column.min
        ? [{ code: 'too-small' as const, limit: column.min, at: placeOf(question, item, index, column) }]
        : []
    }),
  )
}

function totalFindings(question: MoneyTableQuestion, value: Answered): readonly Finding[] {
  const { min, max } = question
  const total = tableTotal(question, value) ?? 0
  if (min !== undefined && total < min) return [{ code: 'total-too-small', total, limit: min }]
  return max !== undefined && total > max ? [{ code: 'total-too-large', total, limit: max }] : []
}

function readCell(column: MoneyColumn, fields: PostedFields, field: string): Json | undefined {
  const line = typedLine(fields.text(field))
  const type = columnType(column)
  return type === 'text' ? line : readNumber(type, line)
}

function read(question: MoneyTableQuestion, fields: PostedFields, name: string): Json | undefined {
  const { columns, rows } = question
  const limits = rows ? { maxItems: rows.length } : question
  const has = (index: number) => columns.some((column) => fields.has(itemField(name, index, column.id)))
  return readIndexed(limits, has, (index) => {
    const row = rows?.[index]
    if (rows && !row) return undefined
    const cells = columns.flatMap((column) => {
      const cell = readCell(column, fields, itemField(name, index, column.id))
      return cell === undefined ? [] : [[column.id, cell] as const]
    })
    return cells.length > 0 ? Object.fromEntries(row ? [['row', row.id], ...cells] : cells) : undefined
  })
}

function show(question: MoneyTableQuestion, value: Answered, name: string): ShownFields {
  const cells = itemsOf(value).flatMap((item, index) =>
    question.columns.map((column) => [
      itemField(name, fieldIndex(question, item, index), column.id),
      shownCell(column, item),
    ]),
  )
  return Object.fromEntries(cells)
}

const shownCell = (column: MoneyColumn, item: JsonObject): string => {
  const cell = answerOf(item, column.id)
  return columnType(column) === 'text' ? asTyped(cell) : shownNumber(cell ?? '', columnType(column))
}

/** A cell in words; '' when blank. */
export function cellWords(column: MoneyColumn, item: JsonObject): string {
  const cell = answerOf(item, column.id)
  if (typeof cell === 'number') return columnType(column) === 'money' ? moneyWords(cell) : numberWords(cell)
  return cell === undefined ? '' : rawWords(cell).join()
}

/** The rows of the table as it is read: the name of each row, then its cells. */
export const tableRows = (question: MoneyTableQuestion, value: Json) =>
  itemsOf(value).map((item, index) => ({
    name: rowName(question, item, index),
    cells: question.columns.map((column) => cellWords(column, item)),
  }))

export const moneyTableKind: QuestionKind<MoneyTableQuestion> = {
  codes: [
    ...(['not-a-list', 'not-an-item', 'too-few-items', 'too-many-items', 'missing', 'total-too-small'] as const),
    ...([
      'total-too-large',
      'not-text',
      'too-long',
      'control-characters',
      'not-money',
      'not-a-number',
      'not-a-whole-number',
      'too-small',
    ] as const),
  ],
  draft,
  submission: (question, value) => [
    ...itemCountFindings(question, itemsOf(value).length),
    ...blankCells(question, itemsOf(value)),
    ...smallCells(question, itemsOf(value)),
    ...totalFindings(question, value),
  ],
  read,
  show,
  words(question, value) {
    if (!Array.isArray(value)) return rawWords(value)
    const total = tableTotal(question, value)
    const rows = tableRows(question, value).map(({ name, cells }) => {
      const said = question.columns.flatMap(({ label }, place) => (cells[place] ? [`${label} ${cells[place]}`] : []))
      return `${name}: ${said.join(', ')}`
    })
    return total === undefined ? rows : [...rows, `Total: ${moneyWords(total)}`]
  },
}
