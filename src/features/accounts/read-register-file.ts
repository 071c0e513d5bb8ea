import type { Authority } from '../../core/authorities/authority.ts'
import { parseRegister, type RegisterLineProblem, registerColumns } from '../../core/authorities/parse-register.ts'
import { readUpstream, type UpstreamProblem } from '../../core/authorities/read-upstream.ts'
import { type CsvProblem, readCsv } from '../../platform/csv/read-csv.ts'

/** A file that cannot be read as a table at all. */
export type FileProblem = CsvProblem | { readonly code: 'file-empty' }

export type RegisterFile = {
  readonly authorities: readonly Authority[]
  /** Any of these stops the import. Rows count from 1, as in a spreadsheet or an editor. */
  readonly problems: readonly (FileProblem | RegisterLineProblem | UpstreamProblem)[]
  /** A value that was left out of a row that is otherwise taken. */
  readonly warnings: readonly UpstreamProblem[]
  /** Rows of other nations. */
  readonly skipped: number
}

/** Columns whose wrong values are dropped; a wrong value in any other leaves the whole row out, which stops the import. */
const droppable: ReadonlySet<string> = new Set(['start-date', 'end-date', 'region', 'county-la', 'combined-authority'])

/** Reads a register file: in the project's own format (divided by tabs), or the CSV file that is published upstream. */
export function readRegisterFile(content: string): RegisterFile {
  const text = content.replace(/^\ufeff/, '')
  if (text.trim() === '') return stopped({ code: 'file-empty' })
  const firstLine = text.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  if (firstLine.startsWith(registerColumns.slice(0, 2).join('\t'))) {
    return { ...parseRegister(text), warnings: [], skipped: 0 }
  }
  // Names of columns differ between the published file and extracts of it, so whatever the file has is asked for.
  const headings = firstLine.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
  const table = readCsv(new TextEncoder().encode(text), headings)
  if (!table.ok) return stopped(...table.problems)
  const { authorities, problems, skipped } = readUpstream(table.value.map(({ cells }) => cells))
  const isWarning = ({ code, column }: UpstreamProblem) => code !== 'column-missing' && droppable.has(column)
  const [warnings, serious] = [problems.filter(isWarning), problems.filter((problem) => !isWarning(problem))]
  return { authorities, problems: serious, warnings, skipped }
}

const stopped = (...problems: readonly FileProblem[]): RegisterFile => ({
  authorities: [],
  problems,
  warnings: [],
  skipped: 0,
})
