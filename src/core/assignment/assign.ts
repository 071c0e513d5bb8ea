import type { Solve } from '../solver/linear-program.ts'
import { assignByChance } from './assign-by-chance.ts'
import { bestAmongFew } from './best-among-few.ts'
import type { Assignment, AssignmentCase, IdPair, Pair } from './case.ts'
import { checked } from './check-assignment.ts'
import { causeOfCap } from './explain-cap.ts'
import type { NameOf } from './explain-impossible.ts'
import { causesByCut, causesOf } from './find-causes.ts'
import { type BestAbove, findFairest } from './find-fairest.ts'
import { keepsApart } from './keeps-apart.ts'
import { whoMayRead } from './leavers.ts'
import { allowedPairs, buildProgram } from './program.ts'
import { manyPairs, solveRelaxed } from './solve-relaxed.ts'
import { withoutAnchors } from './without-anchors.ts'

/** Nodes for one question of whether the worst-off can be better off. */
const usualNodes = 20_000

/**
 * Gives every application exactly as many assessors as it needs, within their loads and never where there is a conflict,
 * with the largest total match; experts come before the total, and what was before is worth a little. The linear program
 * has whole corners, so that its answer is whole by itself. The order of the case makes no difference, and every answer is
 * checked here before it is given.
 *
 * @param nameOf what causes call applications and people; their ids unless told
 * @param largest the pairs of the same case with the largest total, where they are known: a fair one begins there
 * @throws {Error} if the solver's answer breaks a rule of the case: a fault
 * @see docs/sources.md#assignment
 */
export function assign(
  given: AssignmentCase,
  solve: Solve,
  nameOf: NameOf = (id) => id,
  largest?: readonly IdPair[],
): Assignment {
  const anchors = new Set(given.anchors)
  if (anchors.size === 0) return assignAll(given, solve, nameOf, largest)
  const rest = assignAll(withoutAnchors(given), solve, nameOf, largest)
  if (rest.status === 'impossible') return rest
  const chosen = keepsApart(rest.pairs)
  const mayRead = whoMayRead(given)
  const pairs = given.applications.flatMap((application) =>
    given.assessors
      .filter(({ id }) => (anchors.has(application) ? mayRead(application, id) : chosen(application, id)))
      .map(({ id }) => [application, id] as const),
  )
  return { ...rest, pairs }
}

function assignAll(
  given: AssignmentCase,
  solve: Solve,
  nameOf: NameOf,
  largest: readonly IdPair[] | undefined,
): Assignment {
  if (given.mostChancePercent !== undefined) return drawn(given, solve, nameOf)
  const pairs = allowedPairs(given)
  const apart = keepsApart(given.conflicts)
  if (given.fixed?.some((pair) => apart(...pair))) throw new Error('a pair that is to stay has a conflict')
  // Of many pairs the solver takes longer to find that nothing is possible than counting does.
  const because = pairs.length > manyPairs && largest === undefined ? causesByCut(given, nameOf) : []
  if (because.length > 0) return { status: 'impossible', because }
  const best = largest === undefined ? chosen(given, pairs, solve, 0) : among(given, pairs, largest)
  if (best === 'impossible') return { status: 'impossible', because: causesOf(given, pairs, solve, nameOf) }
  if (best === 'stopped') throw new Error('the solver stopped at a linear program')
  if (given.objective === 'total') return checked(given, best, true)
  const above: BestAbove =
    pairs.length > manyPairs
      ? (floor) => bestAmongFew(given, pairs, solve, { floor, mostNodes: nodesOf(given) })
      : (floor) => chosen(given, pairs, solve, floor)
  const fairest = findFairest(given, pairs, above, best)
  return checked(given, fairest.pairs, fairest.proven)
}

/** A case with a cap on how likely a pair is. What is impossible without it has nothing to do with it. */
function drawn(given: AssignmentCase, solve: Solve, nameOf: NameOf): Assignment {
  const found = assignByChance(given, solve)
  if (found !== undefined) return found
  const { mostChancePercent: _, ...plain } = given
  const without = assignAll(plain, solve, nameOf, undefined)
  return without.status === 'impossible'
    ? without
    : { status: 'impossible', because: [causeOfCap(given, solve, nameOf)] }
}

const nodesOf = ({ effort }: AssignmentCase): number => effort?.nodes ?? usualNodes

function among({ applications, assessors }: AssignmentCase, pairs: readonly Pair[], those: readonly IdPair[]) {
  const isAmong = keepsApart(those)
  return pairs.filter((pair) => isAmong(applications[pair.application] ?? '', assessors[pair.assessor]?.id ?? ''))
}

function chosen(
  given: AssignmentCase,
  pairs: readonly Pair[],
  solve: Solve,
  floor: number,
): readonly Pair[] | 'impossible' | 'stopped' {
  const { program } = buildProgram(given, pairs, floor)
  const found = program.integer
    ? solve(program, { mostNodes: nodesOf(given) })
    : solveRelaxed(given, pairs, program, solve)
  if (found.status === 'infeasible') return 'impossible'
  if (found.status === 'stopped') return 'stopped'
  return pairs.filter((_, column) => (found.values[column] ?? 0) > 0.5)
}
