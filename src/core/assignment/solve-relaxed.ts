import type { LinearProgram, Solve, Solved } from '../solver/linear-program.ts'
import { solveByColumns } from '../solver/solve-by-columns.ts'
import type { AssignmentCase, Pair } from './case.ts'

/** Pairs beyond which few of them are solved first. */
export const manyPairs = 20_000

/** How many times as many assessors as an application needs it has to choose from at first. */
const choiceForEach = 4

/**
 * Solves the program of a case with parts of pairs; of many pairs with those first that match best. The matches are whole
 * steps, so that no other assignment is better once less than a step is left to what could be.
 */
export function solveRelaxed(
  given: AssignmentCase,
  pairs: readonly Pair[],
  program: LinearProgram,
  solve: Solve,
): Solved {
  if (pairs.length <= manyPairs || given.earlier === true) return solve(program)
  return solveByColumns(program, firstColumns(given, pairs, program), solve)
}

/** The best pairs of each application and of each assessor, who may have to read what is not best for anybody, and all slacks. */
function firstColumns(
  { needs, applications, assessors }: AssignmentCase,
  pairs: readonly Pair[],
  { objective }: LinearProgram,
): readonly number[] {
  const choice = choiceForEach * needs
  const best = (columns: readonly number[], count: number) =>
    columns.toSorted((one, other) => (objective[other] as number) - (objective[one] as number)).slice(0, count)
  const byApplication: number[][] = applications.map(() => [])
  const byAssessor: number[][] = assessors.map(() => [])
  for (const [column, { application, assessor }] of pairs.entries()) {
    byApplication[application]?.push(column)
    byAssessor[assessor]?.push(column)
  }
  const slacks = Array.from(objective.keys()).slice(pairs.length)
  return [
    ...byApplication.flatMap((columns) => best(columns, choice)),
    ...byAssessor.flatMap((columns, place) => best(columns, assessors[place]?.max ?? 0)),
    ...slacks,
  ]
}
