import { CsvError, parse } from 'csv-parse/sync'
import { done, type Result, refused } from '../../core/result.ts'

/** The most that is read of a file from outside. Bytes of the whole file, rows under the headings, characters in a row. */
export type CsvLimits = { readonly bytes: number; readonly rows: number; readonly rowCharacters: number }

/**
 * Why a file was not read.
 * - `csv-too-large`, `csv-too-many-rows`, `csv-row-too-long`: over a limit
 * - `csv-not-utf8`: bytes that are not UTF-8 (a spreadsheet saved as something else)
 * - `csv-empty`: not even a line of headings
 * - `csv-heading-missing`, `csv-heading-repeated`: `heading` as asked for
 * - `csv-malformed`: at this line: a quote that does not close, or more or fewer cells than headings
 */
export type CsvProblem =
  | { readonly code: 'csv-too-large'; readonly bytes: number; readonly most: number }
  | { readonly code: 'csv-too-many-rows'; readonly most: number }
  | { readonly code: 'csv-row-too-long'; readonly line: number; readonly most: number }
  | { readonly code: 'csv-not-utf8' }
  | { readonly code: 'csv-empty' }
  | { readonly code: 'csv-heading-missing'; readonly heading: string }
  | { readonly code: 'csv-heading-repeated'; readonly heading: string }
  | { readonly code: 'csv-malformed'; readonly line: number }

/** The rows under the headings, each by its heading; `line` is the one it ends on in the file, from 1. */
export type CsvRow<Heading extends string> = {
  readonly line: number
  readonly cells: Readonly<Record<Heading, string>>
}

const USUAL_LIMITS: CsvLimits = { bytes: 5_000_000, rows: 10_000, rowCharacters: 100_000 }

type Line = { readonly record: string[]; readonly info: { readonly lines: number } }

function linesOf(text: string, limits: CsvLimits): Result<Line[], CsvProblem> {
  try {
    const lines: unknown = parse(text, {
      info: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: limits.rows + 2,
      max_record_size: limits.rowCharacters,
      relax_column_count: false,
    })
    return done(lines as Line[])
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      return refused({ code: 'csv-row-too-long', line, most: limits.rowCharacters })
    return refused({ code: 'csv-malformed', line })
  }
}

function headingProblems(present: readonly string[], headings: readonly string[]): CsvProblem[] {
  return headings.flatMap((heading): CsvProblem[] => {
    const count = present.filter((name) => name === heading).length
    if (count === 0) return [{ code: 'csv-heading-missing', heading }]
    return count > 1 ? [{ code: 'csv-heading-repeated', heading }] : []
  })
}

/**
 * Reads a CSV file with a line of headings, in any order; headings that were not asked for are left out.
 *
 * @param bytes the file, in UTF-8 with or without a byte order mark
 * @param headings those that must be there, exactly as written but for spaces around them
 * @param limits the most that is read; 5 MB, 10,000 rows and 100,000 characters in a row when not said
 * @returns the rows, with the text of each cell as it is, or why not
 */
export function readCsv<Heading extends string>(
  bytes: Uint8Array,
  headings: readonly Heading[],
  limits: CsvLimits = USUAL_LIMITS,
): Result<CsvRow<Heading>[], CsvProblem> {
  if (bytes.length > limits.bytes) return refused({ code: 'csv-too-large', bytes: bytes.length, most: limits.bytes })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused({ code: 'csv-not-utf8' })
  }
  const lines = linesOf(text, limits)
  if (!lines.ok) return lines
  const [first, ...rest] = lines.value
  if (first === undefined) return refused({ code: 'csv-empty' })
  const present = first.record.map((name) => name.trim())
  const problems = headingProblems(present, headings)
  if (problems.length > 0) return refused(...problems)
  if (rest.length > limits.rows) return refused({ code: 'csv-too-many-rows', most: limits.rows })
  const places = headings.map((heading) => [heading, present.indexOf(heading)] as const)
  return done(
    rest.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(places.map(([heading, place]) => [heading, record[place] ?? ''])) as Record<
        Heading,
        string
      >,
    })),
  )
}
