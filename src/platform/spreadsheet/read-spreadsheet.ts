import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { CellValue, Workbook } from 'hucre'
import { readOds } from 'hucre/ods'
import { readXlsx } from 'hucre/xlsx'
import { done, type Result, refused } from '../../core/result.ts'

/** The most that is read of a table: rows and columns of one sheet, and bytes when nothing is packed any more. */
export type TableLimits = { readonly rows: number; readonly columns: number; readonly unpackedBytes: number }

/**
 * Why a file was not read. `file-unreadable`: neither text with commas, tabs or semicolons nor a workbook that is whole.
 * `file-too-large`: when it is unpacked. `sheet-missing`: with the names of those that are there.
 */
export type TableProblem =
  | { readonly code: 'file-unreadable' | 'file-too-large' }
  | { readonly code: 'sheet-missing'; readonly sheets: readonly string[] }

/**
 * The rows of a table that somebody sent: text with separators, or a workbook (`.xlsx`, `.ods`), told by what is in it and
 * never by its name. Formulas are read as what they came to.
 *
 * @param sheet of a workbook by its name; '' for the first that holds anything
 */
export async function readTable(
  bytes: Uint8Array,
  sheet: string,
  limits: TableLimits,
): Promise<Result<readonly (readonly string[])[], TableProblem>> {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isPacked ? await readWorkbook(bytes, sheet, limits) : readSeparated(bytes, limits)
}

async function readWorkbook(
  bytes: Uint8Array,
  sheet: string,
  limits: TableLimits,
): Promise<Result<readonly (readonly string[])[], TableProblem>> {
  try {
    const { names, unpackedBytes } = contentsOf(bytes)
    if (unpackedBytes > limits.unpackedBytes) return refused({ code: 'file-too-large' } as const)
    const { sheets } = await (names.includes('content.xml') ? readOds : readXlsx)(bytes, { maxRows: limits.rows + 1 })
    return rowsOf(sheets, sheet, limits)
  } catch {
    return refused({ code: 'file-unreadable' } as const)
  }
}

/** What is in a packed file, by its own list; a part that does not say its size counts as without end. */
function contentsOf(bytes: Uint8Array): { readonly names: readonly string[]; readonly unpackedBytes: number } {
  const names: string[] = []
  let unpackedBytes = 0
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      names.push(name)
      unpackedBytes += size > 0 && originalSize === 0 ? Number.POSITIVE_INFINITY : originalSize
      return false
    },
  })
  return { names, unpackedBytes }
}

function rowsOf(
  sheets: Workbook['sheets'],
  name: string,
  limits: TableLimits,
): Result<readonly (readonly string[])[], TableProblem> {
  const found = sheets.find((sheet) => (name === '' ? sheet.rows.length > 0 : sheet.name === name))
  if (found === undefined) return refused({ code: 'sheet-missing', sheets: sheets.map((sheet) => sheet.name) } as const)
  // One more than the limits each way, so that whoever reads it sees that there is more.
  return done(found.rows.slice(0, limits.rows + 1).map((row) => row.slice(0, limits.columns + 1).map(cellText)))
}

/** A number to the penny, without what binary fractions leave behind it. */
function cellText(cell: CellValue): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toFixed(2))) : 'not a number'
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : cell === null ? '' : String(cell)
}

function readSeparated(
  bytes: Uint8Array,
  { rows, columns }: TableLimits,
): Result<readonly (readonly string[])[], TableProblem> {
  const text = textOf(bytes)
  if (text.includes('\0')) return refused({ code: 'file-unreadable' } as const)
  try {
    const read: string[][] = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: rows + 1,
    })
    return done(read.map((row) => row.slice(0, columns + 1)))
  } catch {
    return refused({ code: 'file-unreadable' } as const)
  }
}

/** UTF-8, or what spreadsheets on Windows save when they are not asked. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Tabs come from cells that were copied, semicolons from spreadsheets of other languages. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t'
  const [first = ''] = text.split(/[\r\n]/, 1)
  return first.includes(';') && !first.includes(',') ? ';' : ','
}
