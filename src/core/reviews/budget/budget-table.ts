/** A budget as it was sent: rows of cells as text, all rows as long as the longest. */
export type BudgetTable = readonly (readonly string[])[]

/** The most that is taken in: budgets of a service have tens of lines, and no appraisal has more than 61 years. */
export const budgetLimits = { rows: 400, columns: 80, characters: 200 } as const

/** Why a table is not taken in. */
export type BudgetTableProblem =
  | { readonly code: 'table-empty' }
  | { readonly code: 'table-too-large'; readonly rows: number; readonly columns: number }

/** The table without spaces around its cells and without blank rows and columns at its end; or what is wrong with it. */
export function tidyTable(rows: BudgetTable): BudgetTable | BudgetTableProblem {
  const trimmed = rows.map((row) => row.map((cell) => cell.trim().slice(0, budgetLimits.characters)))
  const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '')
  const height = trimmed.findLastIndex((row) => !isBlank(row)) + 1
  const width = Math.max(0, ...trimmed.map((row) => row.findLastIndex((cell) => cell !== '') + 1))
  if (height === 0) return { code: 'table-empty' }
  if (height > budgetLimits.rows || width > budgetLimits.columns)
    return { code: 'table-too-large', rows: height, columns: width }
  return trimmed.slice(0, height).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}

/** A table as it travels with a form from page to page. */
export const tableText = (table: BudgetTable): string => JSON.stringify(table)

/** @returns undefined for what {@link tableText} did not write */
export function readTableText(text: string): BudgetTable | undefined {
  const read = parsed(text)
  if (!Array.isArray(read)) return undefined
  const rows = read.filter(
    (row: unknown): row is string[] => Array.isArray(row) && row.every((cell) => typeof cell === 'string'),
  )
  const tidied = rows.length === read.length ? tidyTable(rows) : undefined
  return tidied === undefined || 'code' in tidied ? undefined : tidied
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The name of a column in spreadsheets. @example columnName(27) // => 'AB' */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
