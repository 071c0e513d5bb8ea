import type { Corner, LinearProgram, Solve, Solved } from './linear-program.ts'
import { loosened, restricted, widenedCorner } from './restrict-program.ts'
import { reducedCostsOf, upperBoundOf, worthOf } from './upper-bound.ts'

/** What an unknown that was left out must add beyond this before it is let in: less is rounding. */
const rounding = 1e-9

/** What rows that can be kept may lack at most, from rounding. */
const mostLack = 1e-6

/** So many of those that would add most are let in at a time for each row: with all, most of them for nothing. */
const mostForRow = 10

/** Of all columns: the simplex goes on from its corner with fewer that are new; more cost it more than beginning anew. */
const mostToGoOn = 0.01

/** What it costs to miss a row by one, in the dearest of columns. */
const timesDearest = 2

/**
 * Solves a linear program that has many more unknowns than its answer needs: with few of them first, the others at nothing.
 * The prices of the rows then say what each of the others would add. Of those that would add something the best of each row
 * are let in, until none is left. That nothing better can be is proven here by the prices, over all unknowns; where the
 * proof does not come out, the whole program is solved.
 *
 * @param program its unknowns are not whole
 * @param first the columns to begin with; those that cannot be at nothing are added to them
 * @see docs/sources.md#assignment (Dantzig and Wolfe 1960)
 */
export function solveByColumns(program: LinearProgram, first: Iterable<number>, solve: Solve): Solved {
  const within = Array.from(program.columnLower, (lower) => lower !== 0)
  for (const column of first) within[column] = true
  const found = grow(program, within, solve) ?? growFromMissing(program, within, solve)
  if (found !== undefined) return found
  // Were too few let in, or would all not do? Which rows cannot be kept is asked in the same way, as what they lack.
  const nothing = new Float64Array(within.length)
  const loose = loosened({ ...program, objective: nothing }, 1)
  const lack = grow(loose, withSlacks(program, within), solve)
  if (lack !== undefined && worthOf(loose, lack.values) < -mostLack) return { status: 'infeasible', rows: [] }
  const enough = within.map((isWithin, column) => isWithin || (lack?.values[column] ?? 0) > 0)
  return (lack && grow(program, enough, solve)) ?? solve(program, { from: 'anywhere' })
}

type Optimal = Extract<Solved, { status: 'optimal' }>

/**
 * Begins with columns that cannot keep the rows: these may be missed, which costs more than most columns are worth, so that
 * prices say from the start what columns are worth together. Where no row is missed in the end, the best of the program with
 * rows that may be missed is the best of the program.
 */
function growFromMissing(program: LinearProgram, first: readonly boolean[], solve: Solve): Optimal | undefined {
  const dearest = program.objective.reduce((most, each) => Math.max(most, Math.abs(each)), 1)
  const found = grow(loosened(program, timesDearest * dearest), withSlacks(program, first), solve)
  if (found === undefined || found.values.subarray(first.length).some((missed) => missed > rounding)) return undefined
  const [values, reducedCosts] = [found.values, found.reducedCosts].map((all) => all.slice(0, first.length))
  return values && reducedCosts && { status: 'optimal', values, reducedCosts }
}

const withSlacks = ({ rows }: LinearProgram, within: readonly boolean[]): readonly boolean[] => [
  ...within,
  ...rows.flatMap(() => [true, true]),
]

/** Lets in more and more columns. @returns undefined where those that are in cannot keep the rows, or nothing is proven */
function grow(
  program: LinearProgram,
  first: readonly boolean[],
  solve: Solve,
): Required<Omit<Optimal, 'end'>> | undefined {
  const within = [...first]
  let corner: Corner | undefined
  let before: readonly number[] = []
  for (;;) {
    const columns = [...within.keys()].filter((column) => within[column])
    const goesOn = corner !== undefined && columns.length - before.length < mostToGoOn * columns.length
    const few = solve(restricted(program, columns), {
      from: goesOn && corner !== undefined ? widenedCorner(corner, before, columns) : 'anywhere',
    })
    if (few.status !== 'optimal' || few.end === undefined) return undefined
    const { rowPrices } = few.end
    const reducedCosts = reducedCostsOf(program, rowPrices)
    const more = bestOfEachRow(program, reducedCosts, within)
    if (more.length === 0) {
      const values = new Float64Array(within.length)
      for (const [place, column] of columns.entries()) values[column] = few.values[place] as number
      const bound = upperBoundOf(program, rowPrices, reducedCosts)
      return isReached(bound, worthOf(program, values)) ? { status: 'optimal', values, reducedCosts } : undefined
    }
    for (const column of more) within[column] = true
    corner = few.end
    before = columns
  }
}

/** Of the columns that are not in and would add something, those that would add most, in all and for each row. */
function bestOfEachRow(
  { rows }: LinearProgram,
  reducedCosts: Float64Array,
  within: readonly boolean[],
): readonly number[] {
  const gain = (column: number): number => reducedCosts[column] as number
  const best = (columns: readonly number[]): readonly number[] =>
    columns
      .filter((column) => !within[column] && gain(column) > rounding)
      .sort((one, other) => gain(other) - gain(one) || one - other)
      .slice(0, mostForRow)
  return [...best([...within.keys()]), ...rows.flatMap(({ columns }) => best(columns))]
}

/** Whether there is nothing but rounding between what values are worth and what any could be. */
const isReached = (bound: number, worth: number): boolean => bound - worth <= 1e-6 + 1e-9 * Math.abs(worth)
