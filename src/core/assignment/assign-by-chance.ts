import type { Solve } from '../solver/linear-program.ts'
import type { Assignment, AssignmentCase, Pair, PairChance } from './case.ts'
import { checked } from './check-assignment.ts'
import { brokenChance } from './check-chances.ts'
import { drawPairs } from './draw-pairs.ts'
import { whole } from './draw-whole.ts'
import { orderedCase } from './ordered-case.ts'
import { allowedPairs, buildProgram } from './program.ts'
import { solveRelaxed } from './solve-relaxed.ts'

/** What a chance may be away from whole per cent, from rounding. */
const rounding = 1e-6

/**
 * Chances with the largest total match to be expected, of which none is above the cap, and a draw from them. Rows of
 * applications and rows of assessors each lie within or beside one another, so that corners of the program are in whole per
 * cent, as they would be whole without a cap: chances are exact, and the draw makes each pair as often as it says.
 *
 * @param given with a cap, and without anchors
 * @returns undefined when there are no such chances
 * @throws {Error} if the answer breaks a rule of the case: a fault
 * @see docs/sources.md#assignment (Jecmen and others 2020)
 */
export function assignByChance(given: AssignmentCase, solve: Solve): Assignment | undefined {
  if (given.objective === 'fair') throw new Error('chances are found for the largest total')
  const inOrder = orderedCase(given)
  const all = allowedPairs(inOrder)
  const { program } = buildProgram(inOrder, all, 0)
  const found = solveRelaxed(inOrder, all, program, solve)
  if (found.status === 'infeasible') return undefined
  if (found.status === 'stopped') throw new Error('the solver stopped at a linear program')
  const likely = all.flatMap((pair, column) => {
    const percent = inPercent(found.values[column] ?? 0)
    return percent > 0 ? [{ pair, percent }] : []
  })
  const [pairs, percents] = [likely.map(({ pair }) => pair), likely.map(({ percent }) => percent)]
  const chosen = drawPairs(inOrder, pairs, percents)
  const read = pairs.filter((_, place) => chosen[place])
  const drawn = checked(given, inPlaces(given, inOrder, read), true)
  if (drawn.status === 'impossible') return drawn
  const chances = likely.map(({ pair, percent }): PairChance => [...idsOf(inOrder, pair), percent])
  const broken = brokenChance(given, chances, drawn.pairs)
  if (broken !== undefined) throw new Error(`what was drawn breaks a rule: ${broken}`)
  const expected = likely.reduce((sum, { pair, percent }) => sum + (pair.match * percent) / whole, 0)
  return { ...drawn, drawn: { chances, expected } }
}

function inPercent(value: number): number {
  const percent = Math.round(value * whole)
  if (Math.abs(value * whole - percent) > rounding) throw new Error(`a chance is not in whole per cent: ${value}`)
  return percent
}

const idsOf = ({ applications, assessors }: AssignmentCase, { application, assessor }: Pair) =>
  [applications[application] ?? '', assessors[assessor]?.id ?? ''] as const

/** Pairs of one order of a case by their places in another. */
function inPlaces(to: AssignmentCase, from: AssignmentCase, pairs: readonly Pair[]): readonly Pair[] {
  const rows = new Map(to.applications.map((id, place) => [id, place]))
  const people = new Map(to.assessors.map(({ id }, place) => [id, place]))
  return pairs.map((pair) => {
    const [application, assessor] = idsOf(from, pair)
    return { ...pair, application: rows.get(application) ?? 0, assessor: people.get(assessor) ?? 0 }
  })
}
