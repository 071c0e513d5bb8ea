import type { BoxedProgram } from './boxed-program.ts'

/**
 * A program solved for some of its variables, which are bound, in terms of the others, which are free and stand at a bound.
 * Variables are the columns of the program and, after them, its rows.
 */
export type Tableau = {
  readonly program: BoxedProgram
  /** Of each bound variable, row by row, what one of each free variable adds to it. */
  readonly table: Float64Array
  /** The variable of each column of the table, where it stands, and what one of it adds to the objective. */
  readonly free: Int32Array
  readonly at: Float64Array
  readonly slope: Float64Array
  /** The variable of each row of the table, and its value. */
  readonly bound: Int32Array
  readonly value: Float64Array
  /** A slope up to this is none. */
  readonly flat: number
}

/** Solved for its rows, as it is written. */
export function openTableau(program: BoxedProgram): Tableau {
  const { columns, rows, objective } = program
  const largest = objective.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
  const tableau = {
    program,
    table: new Float64Array(rows * columns),
    free: new Int32Array(columns),
    at: new Float64Array(columns),
    slope: new Float64Array(columns),
    bound: new Int32Array(rows),
    value: new Float64Array(rows),
    flat: largest * 1e-10,
  }
  restart(tableau)
  return tableau
}

/** Makes the table anew, without the rounding that steps have left in it. */
export function restart({ program, table, free, slope, bound }: Tableau): void {
  const { columns, matrix, objective } = program
  table.set(matrix)
  slope.set(objective)
  free.forEach((_, column) => {
    free[column] = column
  })
  bound.forEach((_, row) => {
    bound[row] = columns + row
  })
}

/** Puts every free variable at the bound that its slope asks for, after bounds were changed. */
export function settle({ program, table, free, at, slope, value, flat }: Tableau): void {
  const { columns, rows, low, high } = program
  for (let column = 0; column < columns; column += 1) {
    const variable = free[column] as number
    const [least, most] = [low[variable] as number, high[variable] as number]
    const rise = slope[column] as number
    const rises = rise > flat || (rise >= -flat && at[column] === most)
    at[column] = (rises && most < Number.POSITIVE_INFINITY) || least === Number.NEGATIVE_INFINITY ? most : least
  }
  for (let row = 0; row < rows; row += 1) {
    let sum = 0
    for (let column = 0, entry = row * columns; column < columns; column += 1, entry += 1)
      sum += (table[entry] as number) * (at[column] as number)
    value[row] = sum
  }
}

/** Moves a free variable, and with it all that are bound. */
export function move({ program, table, at, value }: Tableau, column: number, to: number): void {
  const { columns, rows } = program
  const by = to - (at[column] as number)
  at[column] = to
  for (let row = 0, entry = column; row < rows; row += 1, entry += columns)
    value[row] = (value[row] as number) + (table[entry] as number) * by
}

/** A free variable becomes bound in the row of another, which becomes free where it stands. */
export function exchange(tableau: Tableau, row: number, column: number): void {
  const { program, table, free, at, slope, bound, value } = tableau
  const { columns, rows } = program
  const from = row * columns
  const pivot = table[from + column] as number
  for (let entry = from; entry < from + columns; entry += 1) table[entry] = -(table[entry] as number) / pivot
  table[from + column] = 1 / pivot
  const addRow = (to: Float64Array, start: number): void => {
    const factor = to[start + column] as number
    if (factor === 0) return
    to[start + column] = 0
    for (let each = 0; each < columns; each += 1)
      to[start + each] = (to[start + each] as number) + factor * (table[from + each] as number)
  }
  for (let other = 0; other < rows; other += 1) if (other !== row) addRow(table, other * columns)
  addRow(slope, 0)
  const [stands, variable] = [value[row] as number, bound[row] as number]
  value[row] = at[column] as number
  at[column] = stands
  bound[row] = free[column] as number
  free[column] = variable
}

/** What the objective comes to. */
export function worthNow({ at, slope }: Tableau): number {
  let sum = 0
  for (let column = 0; column < at.length; column += 1) sum += (slope[column] as number) * (at[column] as number)
  return sum
}

/** Writes down the values of the columns of the program. */
export function readValues({ program, free, at, bound, value }: Tableau, into: Float64Array): void {
  free.forEach((variable, column) => {
    if (variable < program.columns) into[variable] = at[column] as number
  })
  bound.forEach((variable, row) => {
    if (variable < program.columns) into[variable] = value[row] as number
  })
}
