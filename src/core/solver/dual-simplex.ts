import type { BoxedProgram } from './boxed-program.ts'
import { type Ceiling, ceilingOf, isImpossible } from './ceiling.ts'
import { exchange, move, openTableau, readValues, restart, settle, type Tableau, worthNow } from './tableau.ts'

/** What the linear program says of the whole one: nothing is above the ceiling, and where it is reached. */
export type Relaxed = Ceiling & { readonly values: Float64Array }

/**
 * Works the linear program out between the bounds as they are now, from where it was before.
 *
 * @param enough a ceiling below this is not lowered further
 * @returns undefined when nothing keeps to the rows
 */
export type Relax = (enough: number) => Relaxed | undefined

const rowTolerance = 1e-9
const leastEntry = 1e-7
/** What is not finished after so many steps has a ceiling that is higher than it need be. */
const mostSteps = 400
/** Each step leaves a trace of rounding. */
const stepsOfTable = 600

/**
 * The bounded dual simplex method with long steps: a price goes on rising past the point where one more column changes its
 * bound. Rounding costs time and never correctness, since every ceiling is worked out anew from the program.
 *
 * @see Maros 2003, A generalized dual phase-2 simplex algorithm
 */
export function openSimplex(program: BoxedProgram): Relax {
  const tableau = openTableau(program)
  const values = new Float64Array(program.columns)
  let steps = 0
  return (enough) => {
    if (steps > stepsOfTable) {
      restart(tableau)
      steps = 0
    }
    settle(tableau)
    for (const end = steps + mostSteps; steps < end && worthNow(tableau) >= enough; steps += 1) {
      const row = furthestOut(tableau)
      if (row < 0) break
      const column = moveBack(tableau, row)
      if (column < 0) {
        if (isImpossible(tableau, row, sideOf(tableau, row))) return undefined
        break
      }
      stop(tableau, row, column)
    }
    readValues(tableau, values)
    return { ...ceilingOf(tableau), values }
  }
}

/** 1 when a row is too high, −1 otherwise. */
const sideOf = ({ program: { high }, bound, value }: Tableau, row: number): number =>
  (value[row] as number) > (high[bound[row] as number] as number) ? 1 : -1

/** By how much a row is outside its bounds; below 0 when it is within. */
function outBy({ program: { low, high }, bound, value }: Tableau, row: number): number {
  const [variable, stands] = [bound[row] as number, value[row] as number]
  return Math.max(stands - (high[variable] as number), (low[variable] as number) - stands)
}

/** The row that is furthest outside its bounds; −1 when none is. */
function furthestOut(tableau: Tableau): number {
  let [found, most] = [-1, rowTolerance]
  for (let row = 0; row < tableau.program.rows; row += 1) {
    const by = outBy(tableau, row)
    if (by > most) {
      found = row
      most = by
    }
  }
  return found
}

/**
 * Moves a row towards its bounds, by free variables that change their own bound, those first that cost least.
 *
 * @returns the one with which it would be within them; −1 when all together do not suffice
 */
function moveBack(tableau: Tableau, row: number): number {
  const { program, free } = tableau
  const sign = sideOf(tableau, row)
  const changing: number[] = []
  const passed = new Uint8Array(program.columns)
  for (let left = outBy(tableau, row); ; ) {
    const column = cheapest(tableau, row, sign, passed)
    if (column < 0) return -1
    const variable = free[column] as number
    const range = (program.high[variable] as number) - (program.low[variable] as number)
    left -= range * Math.abs(tableau.table[row * program.columns + column] as number)
    if (left <= rowTolerance) {
      for (const each of changing) move(tableau, each, otherEnd(tableau, each))
      return column
    }
    passed[column] = 1
    changing.push(column)
  }
}

const otherEnd = ({ program: { low, high }, free, at }: Tableau, column: number): number => {
  const variable = free[column] as number
  return (at[column] === high[variable] ? low[variable] : high[variable]) as number
}

/** The free variable that moves a row back at the least cost; of equals the one that moves it furthest. −1 when none can. */
function cheapest(
  { program: { columns, low, high }, table, free, at, slope }: Tableau,
  row: number,
  sign: number,
  passed: Uint8Array,
): number {
  let [found, least, furthest] = [-1, Number.POSITIVE_INFINITY, 0]
  for (let column = 0, entry = row * columns; column < columns; column += 1, entry += 1) {
    const by = sign * (table[entry] as number)
    const size = Math.abs(by)
    if (size < leastEntry || passed[column] === 1) continue
    const variable = free[column] as number
    if (low[variable] === high[variable] || at[column] !== (by > 0 ? high : low)[variable]) continue
    const cost = Math.abs(slope[column] as number) / size
    if (cost > least + 1e-12 || (cost >= least - 1e-12 && size <= furthest)) continue
    found = column
    least = cost
    furthest = size
  }
  return found
}

/** A row stops at the bound that it was beyond, and a free variable takes its place. */
function stop(tableau: Tableau, row: number, column: number): void {
  const { program, table, bound, at, value } = tableau
  const variable = bound[row] as number
  const end = (sideOf(tableau, row) > 0 ? program.high[variable] : program.low[variable]) as number
  const by = (end - (value[row] as number)) / (table[row * program.columns + column] as number)
  move(tableau, column, (at[column] as number) + by)
  value[row] = end
  exchange(tableau, row, column)
}
