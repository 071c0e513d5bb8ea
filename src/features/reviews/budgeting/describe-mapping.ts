import {
  type BudgetMapping,
  type BudgetTable,
  columnName,
  type ReviewOption,
  type ReviewRecord,
  readPeriod,
  tableText,
  yearWords,
} from '../../../core/reviews/index.ts'
import { mappingFields } from './mapping-fields.ts'
import type { MappingModel } from './pages/mapping.ts'

/** Rows that are shown of a table, and rows among which its headings are looked for. */
const [shownRows, headingRows] = [6, 20]

/** A budget and how it is read, as a page asks for it. */
export function describeMapping(
  record: ReviewRecord,
  option: ReviewOption,
  table: BudgetTable,
  mapping: BudgetMapping,
): Omit<MappingModel, 'illustrative' | 'breadcrumbs' | 'errors' | 'action' | 'csrf'> {
  const columns = table[0] ?? []
  const { years } = readPeriod(record)
  return {
    option: { id: option.id, title: option.title },
    table: tableText(table),
    headings: [
      { value: '-1', text: 'None: lines begin in row 1' },
      ...table
        .slice(0, headingRows)
        .map((row, at) => ({ value: String(at), text: `Row ${at + 1}: ${firstCells(row)}` })),
    ],
    columns: columns.map((_, at) => ({
      label: `Column ${columnName(at)}${table[mapping.headings]?.[at] ? `: “${table[mapping.headings]?.[at]}”` : ''}`,
      hint: exampleOf(table.slice(mapping.headings + 1).map((row) => row[at] ?? '')),
    })),
    uses: [
      { value: 'none', text: 'Of no use here' },
      { value: 'title', text: 'What the line is' },
      ...years.map((year, at) => ({ value: String(at), text: `Amounts of ${yearWords(year)}` })),
    ],
    otherYears: otherYearsText(mapping.columns, years),
    chosen: Object.fromEntries(mappingFields(mapping)),
    sample: { letters: columns.map((_, at) => columnName(at)), rows: table.slice(0, shownRows) },
  }
}

/** Which years of the review the budget does not have, as far as its columns are known. */
function otherYearsText(columns: BudgetMapping['columns'], years: readonly number[]): string {
  const other = years.filter((_, at) => !columns.includes(at)).map(yearWords)
  const [first, last] = [other[0], other.at(-1)]
  if (first === undefined || last === undefined) return 'As it is read now, the budget has every year of the review'
  if (other.length === 1) return `As it is read now, the budget has no column for ${first}`
  return `As it is read now, the budget has no column for ${other.length} of the ${years.length} years of the review. The first is ${first} and the last is ${last}`
}

const firstCells = (row: readonly string[]): string => {
  const text = row.filter((cell) => cell !== '').join(', ')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text || 'blank'
}

function exampleOf(cells: readonly string[]): string {
  const found = cells.filter((cell) => cell !== '').slice(0, 3)
  return found.length === 0
    ? 'Nothing below its heading'
    : `Such as ${found.map((cell) => `“${cell.slice(0, 40)}”`).join(', ')}`
}
