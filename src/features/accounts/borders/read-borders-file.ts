import type { BorderLine } from '../../../core/authorities/borders.ts'
import { type CsvProblem, readCsv } from '../../../platform/csv/read-csv.ts'

const codes = ['gss-code', 'beside-gss-code'] as const

/** A CSV file of borders: two GSS codes a line, and a note where there is such a column. */
export function readBordersFile(text: string): {
  readonly lines: readonly BorderLine[]
  readonly problems: readonly CsvProblem[]
} {
  const hasNotes = /(^|,)\s*"?note"?\s*(,|$)/.test(text.split(/\r?\n/, 1)[0] ?? '')
  const table = readCsv<(typeof codes)[number] | 'note'>(
    new TextEncoder().encode(text),
    hasNotes ? [...codes, 'note'] : codes,
  )
  if (!table.ok) return { lines: [], problems: table.problems }
  const lines = table.value.map(({ line, cells }) => ({
    line,
    codes: [cells['gss-code'].trim(), cells['beside-gss-code'].trim()] as const,
    note: (cells.note ?? '').trim(),
  }))
  return { lines, problems: [] }
}
