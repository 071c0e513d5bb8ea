import { type LinearProgram, type Row, rangeOf } from './linear-program.ts'

/** A linear program as arrays, without rows that no values could break; every column has finite bounds. */
export type BoxedProgram = {
  readonly columns: number
  readonly rows: number
  /** Row by row. The largest entry of each row is 1. */
  readonly matrix: Float64Array
  readonly objective: Float64Array
  /** Of the columns, then of the rows. Those of the columns are changed by a search on its way. */
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Sums that should be equal are, whatever the order in which they are added. */
const rounding = 1e-9

/** A bound with room for rounding. */
export const widened = (bound: number, by: number): number =>
  Number.isFinite(bound) ? bound + by * rounding * Math.max(1, Math.abs(bound)) : bound

/** @returns undefined when a single row cannot be kept to, whatever the others say */
export function boxed({ objective, columnLower, columnUpper, rows }: LinearProgram): BoxedProgram | undefined {
  const [lower, upper] = [Float64Array.from(columnLower, Math.ceil), Float64Array.from(columnUpper, Math.floor)]
  const single = rows.filter(({ columns }) => columns.length === 1)
  for (const row of single) narrow(row, lower, upper)
  if (lower.some((bound, column) => bound > (upper[column] as number))) return undefined
  const kept: Row[] = []
  for (const row of rows) {
    const [least, most] = rangeOf(row, lower, upper)
    if (least > widened(row.upper, 1) || most < widened(row.lower, -1)) return undefined
    if (row.columns.length > 1 && (least < row.lower || most > row.upper)) kept.push(row)
  }
  return arraysOf(objective, lower, upper, kept)
}

/** What a row of one column says of whole values is a bound of the column. */
function narrow(row: Row, lower: Float64Array, upper: Float64Array): void {
  const [column = 0, value = 0] = [row.columns[0], row.values[0]]
  if (value === 0) return
  const ends = [widened(row.lower, -1) / value, widened(row.upper, 1) / value]
  lower[column] = Math.max(lower[column] as number, Math.ceil(Math.min(...ends) - rounding))
  upper[column] = Math.min(upper[column] as number, Math.floor(Math.max(...ends) + rounding))
}

function arraysOf(
  objective: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  rows: readonly Row[],
): BoxedProgram {
  const columns = objective.length
  const matrix = new Float64Array(rows.length * columns)
  const [low, high] = [new Float64Array(columns + rows.length), new Float64Array(columns + rows.length)]
  low.set(lower)
  high.set(upper)
  rows.forEach((row, place) => {
    const scale = row.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
    row.columns.forEach((column, at) => {
      const index = place * columns + column
      matrix[index] = (matrix[index] as number) + (row.values[at] as number) / scale
    })
    low[columns + place] = row.lower / scale
    high[columns + place] = row.upper / scale
  })
  return { columns, rows: rows.length, matrix, objective, low, high }
}
