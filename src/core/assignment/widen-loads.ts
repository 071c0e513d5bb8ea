import type { Solve } from '../solver/linear-program.ts'
import type { AssignmentCase } from './case.ts'
import { findObstacle } from './check-possible.ts'
import { allowedPairs, buildProgram } from './program.ts'
import { withoutAnchors } from './without-anchors.ts'

/**
 * The least by which the loads of a case have to be widened for there to be an assignment: tried ever wider, then halved.
 *
 * @param caseAt the case with its loads widened by so much; what is possible stays so when they are wider
 * @returns undefined when no width is enough, since it is not for the loads
 */
export function leastWidening(caseAt: (width: number) => AssignmentCase, solve: Solve): number | undefined {
  const isPossible = (width: number): boolean => hasAssignment(caseAt(width), solve)
  const widest = caseAt(0).applications.length
  if (!isPossible(widest)) return undefined
  let [tooNarrow, enough] = [0, 1]
  while (enough < widest && !isPossible(enough)) {
    tooNarrow = enough
    enough *= 2
  }
  enough = Math.min(enough, widest)
  while (enough - tooNarrow > 1) {
    const halfway = Math.floor((tooNarrow + enough) / 2)
    if (isPossible(halfway)) enough = halfway
    else tooNarrow = halfway
  }
  return enough
}

/**
 * Corners of the program are whole without wishes, so that it has an assignment when it has any answer; with a cap on how
 * likely a pair is, one can be drawn from any answer.
 */
export function hasAssignment(given: AssignmentCase, solve: Solve): boolean {
  if (findObstacle(given) !== undefined) return false
  const { tiers: _, ...plain } = withoutAnchors(given)
  const { program } = buildProgram(plain, allowedPairs(plain), 0)
  return solve({ ...program, objective: new Float64Array(program.objective.length) }).status === 'optimal'
}
