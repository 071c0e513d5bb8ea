import type { Solve } from '../solver/linear-program.ts'
import { worthOf } from '../solver/upper-bound.ts'
import type { AssignmentCase, Pair } from './case.ts'
import { buildProgram } from './program.ts'
import { solveRelaxed } from './solve-relaxed.ts'

/** Pairs that are left in to begin with: so many for each that is to be chosen. */
const pairsForEach = 5

/**
 * The best assignment above a floor where there are too many pairs for a program of whole unknowns. The program is solved
 * with parts of pairs first. Its reduced costs say how much worse the whole would be at least with each pair that is not
 * in it, so that a few are enough: when the best among those is within what a pair that was left out would cost, nothing
 * was lost, and when it is not, all that could be better are let in and it is solved once more.
 *
 * @returns `stopped` when the few were not enough, or the search was longer than its limit
 */
export function bestAmongFew(
  given: AssignmentCase,
  pairs: readonly Pair[],
  solve: Solve,
  { floor, mostNodes }: { readonly floor: number; readonly mostNodes: number },
): readonly Pair[] | 'impossible' | 'stopped' {
  const { program } = buildProgram(given, pairs, floor)
  const relaxed = solveRelaxed(given, pairs, { ...program, integer: false }, solve)
  if (relaxed.status === 'infeasible') return 'impossible'
  if (relaxed.status === 'stopped' || relaxed.reducedCosts === undefined) return 'stopped'
  const { values, reducedCosts } = relaxed
  const costOf = (column: number): number => ((values[column] ?? 0) > 1e-9 ? 0 : -(reducedCosts[column] ?? 0))
  const among = (most: number) => {
    const few = pairs.filter((_, column) => costOf(column) <= most)
    const built = buildProgram(given, few, floor).program
    const found = solve(built, { mostNodes })
    if (found.status !== 'optimal') return undefined
    return { chosen: few.filter((_, column) => (found.values[column] ?? 0) > 0.5), worth: worthOf(built, found.values) }
  }
  const bound = worthOf(program, values)
  const costs = Float64Array.from(pairs, (_, column) => costOf(column)).sort()
  const most = costs[Math.min(costs.length, pairsForEach * given.needs * given.applications.length) - 1] ?? 0
  const first = among(most)
  if (first === undefined) return 'stopped'
  // What the objective is worth is in the millions: less than this is rounding.
  const missing = bound - first.worth + 1e-6
  return missing <= most ? first.chosen : (among(missing)?.chosen ?? 'stopped')
}
