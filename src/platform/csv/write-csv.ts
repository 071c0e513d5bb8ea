import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { stringify as stringifyNow } from 'csv-stringify/sync'
import { escapeCsvCell } from '../../core/text/escape-csv-cell.ts'

/** What a cell can hold: times become ISO 8601 in UTC, booleans `true` and `false`, nothing an empty cell. */
export type Cell = string | number | boolean | Date | null | undefined

/** A column: its heading, and where its cell comes from. */
export type Column<Row> = { readonly heading: string; readonly cell: (row: Row) => Cell }

/**
 * - `forPeople`: the file will be opened in a spreadsheet: cells that would start a formula are escaped, and a byte order
 *   mark tells Excel that the text is UTF-8. For machines (`false`) the text is exactly what it was.
 */
export type CsvSettings = { readonly forPeople: boolean }

const BYTE_ORDER_MARK = '\ufeff'

function textOf(cell: Cell, { forPeople }: CsvSettings): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell !== 'string') return String(cell)
  return forPeople ? escapeCsvCell(cell) : cell
}

const lineOf = <Row>(columns: readonly Column<Row>[], row: Row, settings: CsvSettings): string[] =>
  columns.map(({ cell }) => textOf(cell(row), settings))

/**
 * RFC 4180: lines end in CRLF, and a cell is quoted when it must be: also for half of a CRLF, which the writer would let
 * be, and when it is empty and alone on its line, which would be read as no line.
 */
const layoutOf = (columns: readonly unknown[]) =>
  ({ record_delimiter: '\r\n', quoted_match: /[\r\n]/, quoted_empty: columns.length === 1 }) as const

/**
 * A whole CSV file: a line of headings, then one for each row.
 *
 * @throws {RangeError} if a cell holds a Date that is not a time
 * @example csvOf([{ heading: 'Name', cell: (name) => name }], ['Ŵ'], { forPeople: false }) // => 'Name\r\nŴ\r\n'
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], settings: CsvSettings): string {
  const headings = columns.map(({ heading }) => textOf(heading, settings))
  const text = stringifyNow([headings, ...rows.map((row) => lineOf(columns, row, settings))], layoutOf(columns))
  return settings.forPeople ? BYTE_ORDER_MARK + text : text
}

/**
 * The same file, row by row, for exports that are too long to hold. Ends early, and ends its source, when the reader does.
 *
 * @returns a readable stream of bytes in UTF-8; an error of `rows` is an error of the stream
 */
export function csvStream<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  settings: CsvSettings,
): Readable {
  async function* lines(): AsyncGenerator<string[]> {
    yield columns.map(({ heading }) => textOf(heading, settings))
    for await (const row of rows) yield lineOf(columns, row, settings)
  }
  const output = stringify({ ...layoutOf(columns), bom: settings.forPeople })
  // An error reaches the reader as the stream's own.
  pipeline(Readable.from(lines()), output, () => undefined)
  return output
}
