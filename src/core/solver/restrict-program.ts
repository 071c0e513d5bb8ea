import { type Corner, type LinearProgram, type Row, rangeOf } from './linear-program.ts'

/** A program without the columns that are not among these, in their order: they are at nothing. */
export function restricted(program: LinearProgram, columns: readonly number[]): LinearProgram {
  const placeOf = new Int32Array(program.objective.length).fill(-1)
  for (const [place, column] of columns.entries()) placeOf[column] = place
  const those = (all: Float64Array) => Float64Array.from(columns, (column) => all[column] as number)
  return {
    objective: those(program.objective),
    columnLower: those(program.columnLower),
    columnUpper: those(program.columnUpper),
    integer: program.integer,
    rows: program.rows.map((row) => restrictedRow(row, placeOf)),
  }
}

function restrictedRow({ lower, upper, columns, values }: Row, placeOf: Int32Array): Row {
  const kept: { columns: number[]; values: number[] } = { columns: [], values: [] }
  columns.forEach((column, at) => {
    const place = placeOf[column] as number
    if (place < 0) return
    kept.columns.push(place)
    kept.values.push(values[at] as number)
  })
  return { lower, upper, ...kept }
}

/** A corner of a program of some columns as one of a program of more: those that are new are at nothing. */
export function widenedCorner(
  { columns: states, rows }: Corner,
  before: readonly number[],
  columns: readonly number[],
): Corner {
  const stateOf = new Map(before.map((column, place) => [column, states[place] as number]))
  return { columns: Int32Array.from(columns, (column) => stateOf.get(column) ?? 0), rows }
}

/**
 * A program whose rows may be missed, each by an unknown of its own below and one above, which cost so much for each one that
 * a row is missed by. The unknowns of the rows come after the others.
 */
export function loosened(
  { objective, columnLower, columnUpper, integer, rows }: LinearProgram,
  cost: number,
): LinearProgram {
  const size = columnLower.length
  const most = rows.flatMap((row) => {
    const [least, greatest] = rangeOf(row, columnLower, columnUpper)
    return [Math.max(0, row.lower - least), Math.max(0, greatest - row.upper)]
  })
  return {
    objective: Float64Array.from({ length: size + most.length }, (_, column) => objective[column] ?? -cost),
    columnLower: Float64Array.from({ length: size + most.length }, (_, column) => columnLower[column] ?? 0),
    columnUpper: Float64Array.from([...columnUpper, ...most]),
    integer,
    rows: rows.map((row, place) => ({
      ...row,
      columns: [...row.columns, size + 2 * place, size + 2 * place + 1],
      values: [...row.values, 1, -1],
    })),
  }
}
