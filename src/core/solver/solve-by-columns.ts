import type { Corner, LinearProgram, Solve, Solved } from './linear-program.ts'
import { loosened, restricted, widenedCorner } from './restrict-program.ts'
import { reducedCostsOf, upperBoundOf, worthOf } from './upper-bound.ts'

/** What an unknown that was left out must add beyond this before it is let in: less is rounding. */
const rounding = 1e-9

/** What rows that can be kept may lack at most, from rounding. */
const mostLack = 1e-6

/**
 * Solves a linear program that has many more unknowns than its answer needs: with few of them first, the others at nothing.
 * The prices of the rows then say what each of the others would add. Those that would add something are let in, and the
 * simplex goes on from where it stood, until none is left. That nothing better can be is proven here by the prices, over
 * all unknowns; where the proof does not come out, the whole program is solved.
 *
 * @param program its unknowns are not whole
 * @param first the columns to begin with; those that cannot be at nothing are added to them
 * @see docs/sources.md#assignment (Dantzig and Wolfe 1960)
 */
export function solveByColumns(program: LinearProgram, first: Iterable<number>, solve: Solve): Solved {
  const within = Array.from(program.columnLower, (lower) => lower !== 0)
  for (const column of first) within[column] = true
  const found = grow(program, within, solve)
  if (found !== undefined) return found
  // Were too few let in, or would all not do? Which rows cannot be kept is asked in the same way, as what they lack.
  const loose = loosened(program)
  const lack = grow(loose, [...within, ...program.rows.flatMap(() => [true, true])], solve)
  if (lack !== undefined && worthOf(loose, lack.values) < -mostLack) return { status: 'infeasible', rows: [] }
  const enough = within.map((isWithin, column) => isWithin || (lack?.values[column] ?? 0) > 0)
  return (lack && grow(program, enough, solve)) ?? solve(program, { from: 'anywhere' })
}

type Optimal = Extract<Solved, { status: 'optimal' }>

/** Lets in more and more columns. @returns undefined where those that are in cannot keep the rows, or nothing is proven */
function grow(program: LinearProgram, first: readonly boolean[], solve: Solve): Optimal | undefined {
  const within = [...first]
  let corner: Corner | undefined
  let before: readonly number[] = []
  for (;;) {
    const columns = [...within.keys()].filter((column) => within[column])
    const few = solve(restricted(program, columns), {
      from: corner === undefined ? 'anywhere' : widenedCorner(corner, before, columns),
    })
    if (few.status !== 'optimal' || few.end === undefined) return undefined
    const { rowPrices } = few.end
    const reducedCosts = reducedCostsOf(program, rowPrices)
    const more = [...within.keys()].filter((column) => !within[column] && (reducedCosts[column] as number) > rounding)
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

/** Whether there is nothing but rounding between what values are worth and what any could be. */
const isReached = (bound: number, worth: number): boolean => bound - worth <= 1e-6 + 1e-9 * Math.abs(worth)
