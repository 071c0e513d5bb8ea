import type { Cell } from 'hucre'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { columnName } from './cell-names.ts'

/** What a cell holds. Text is text, whatever it begins with; only a formula is worked out. */
export type SheetCell = string | number | null | { readonly formula: string; readonly result: number }

export type Sheet = {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** The formats: OpenDocument, which the government's open standards ask for, and the one of Excel as a courtesy. */
export const spreadsheetTypes = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type SpreadsheetKind = keyof typeof spreadsheetTypes

/**
 * The only file that knows the writer (hucre), so that another can take its place.
 *
 * @param modified when the document says that it was written: the same sheets at the same time are the same bytes
 */
export async function spreadsheetOf(
  kind: SpreadsheetKind,
  sheets: readonly Sheet[],
  modified: Date,
): Promise<Uint8Array> {
  const written = sheets.map(({ name, headings, rows }) => ({
    name,
    rows: [[...headings], ...rows.map((row) => row.map(shownValue))],
    cells: new Map<string, Partial<Cell>>([
      ...headings.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }] as const),
      ...rows.flatMap((row, index) =>
        row.flatMap((cell, column) =>
          isFormula(cell)
            ? [
                [
                  `${index + 1},${column}`,
                  { formula: formulaFor(kind, cell.formula), formulaResult: cell.result },
                ] as const,
              ]
            : [],
        ),
      ),
    ]),
  }))
  const workbook = { sheets: written, properties: { modified } }
  return kind === 'ods' ? await writeOds(workbook) : await writeXlsx(workbook)
}

/** Formulas are written as Excel has them. OpenDocument parts arguments otherwise, and the writer changes references alone. */
const formulaFor = (kind: SpreadsheetKind, formula: string): string =>
  kind === 'ods' ? formula.replaceAll(',', ';') : formula

const isFormula = (cell: SheetCell): cell is { readonly formula: string; readonly result: number } =>
  typeof cell === 'object' && cell !== null

const shownValue = (cell: SheetCell): string | number | null => (isFormula(cell) ? cell.result : cell)

/** The sum of a column of a sheet, from its first row to the one before. @example sumAbove(1, [3, 4]) // => { formula: 'SUM(B2:B3)', result: 7 } */
export const sumAbove = (column: number, values: readonly number[]): SheetCell => {
  const letter = columnName(column)
  return {
    formula: `SUM(${letter}2:${letter}${values.length + 1})`,
    result: values.reduce((sum, value) => sum + value, 0),
  }
}
