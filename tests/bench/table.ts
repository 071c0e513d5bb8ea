import type { Cost, Measured } from './measure.ts'

/** The columns of the table. What could not be measured is left out. */
export type Results = {
  readonly postgresql: Measured | undefined
  readonly embedded: Measured | undefined
  readonly casa: Measured | undefined
  readonly casaVersion: string
}

type Row = {
  readonly what: string
  readonly of: (measured: Measured) => number | undefined
  readonly digits: number
  /** Whether less is better, for the comparison; undefined for what is not compared. */
  readonly less?: boolean
  readonly most?: number
  readonly least?: number
}

const kilobyte = 1_024
const megabyte = 1_048_576

const costRows = (what: string, of: (measured: Measured) => Cost): readonly Row[] => [
  { what: `${what}: server CPU, ms a request`, of: (m) => of(m).cpuMilliseconds, digits: 2, less: true, most: 1 },
  { what: `${what}: requests a second`, of: (m) => of(m).perSecond, digits: 0, less: false, least: 1_000 },
  { what: `${what}: half answered within, ms`, of: (m) => of(m).median, digits: 1, less: true },
  { what: `${what}: 99% answered within, ms`, of: (m) => of(m).p99, digits: 1, less: true, most: 100 },
  { what: `${what}: database CPU beside it, ms`, of: (m) => of(m).databaseMilliseconds, digits: 2 },
  { what: `${what}: machine busy with other programs, %`, of: (m) => of(m).elsewhere * 100, digits: 0 },
  { what: `${what}: requests, all checked`, of: (m) => of(m).answered, digits: 0 },
]

const rows: readonly Row[] = [
  ...costRows('Question page', ({ page }) => page),
  ...costRows('Answer', ({ answer }) => answer),
  { what: 'Memory (RSS), MB', of: (m) => m.residentBytes / megabyte, digits: 0, less: true, most: 180 },
  { what: 'HTML, KB', of: (m) => m.weight.html / kilobyte, digits: 1, less: true },
  { what: 'HTML by gzip, KB', of: (m) => m.weight.htmlGzipped / kilobyte, digits: 1, less: true, most: 12 },
  { what: 'First view compressed, KB', of: (m) => m.weight.firstView / kilobyte, digits: 1, less: true, most: 60 },
  { what: 'First view as sent, KB', of: (m) => m.weight.firstViewAsSent / kilobyte, digits: 1, less: true },
]

const heads = ['', 'PostgreSQL', 'embedded', 'CASA', 'to CASA', 'budget', 'met (PostgreSQL, embedded)'] as const

/** One table of text: ours on both databases, CASA, how many times better ours on PostgreSQL is, and the budgets. */
export function table(results: Results): string {
  const cells = rows.map((row) => cellsOf(row, results))
  const title = heads.map((head) => (head === 'CASA' ? `CASA ${results.casaVersion}`.trim() : head))
  const all = [title, ...cells]
  const widths = title.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) =>
        column === 0 || column === 6 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [line(title), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n')
}

function cellsOf(row: Row, { postgresql, embedded, casa }: Results): readonly string[] {
  const values = [postgresql, embedded, casa].map((measured) => (measured === undefined ? undefined : row.of(measured)))
  const [ours, other, theirs] = values
  const verdicts =
    row.most === undefined && row.least === undefined ? '' : [verdict(row, ours), verdict(row, other)].join(', ')
  return [
    row.what,
    ...values.map((value) => number(value, row.digits)),
    ratio(row, ours, theirs),
    budget(row),
    verdicts,
  ]
}

const number = (value: number | undefined, digits: number): string =>
  value === undefined
    ? '–'
    : value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** How many times less than CASA's, or more where more is better. */
function ratio({ less }: Row, ours: number | undefined, theirs: number | undefined): string {
  if (less === undefined || ours === undefined || theirs === undefined) return ''
  return `${(less ? theirs / ours : ours / theirs).toFixed(1)} ×`
}

function budget({ most, least, digits }: Row): string {
  if (most !== undefined) return `≤ ${number(most, most === 1 ? digits - 1 : 0)}`
  return least === undefined ? '' : `≥ ${number(least, 0)}`
}

function verdict({ most, least }: Row, value: number | undefined): string {
  if (value === undefined) return '–'
  return (most === undefined || value <= most) && (least === undefined || value >= least) ? 'met' : 'not met'
}
