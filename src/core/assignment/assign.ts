import type { LinearProgram, Row, Solve } from '../solver/linear-program.ts'
import { type Cause, causeOf } from './explain-impossible.ts'
import { keepsApart } from './keeps-apart.ts'
import { sharedStep, tieBreak } from './tie-break.ts'

/** Somebody who scores, and from how many to how many applications. */
export type AssessorLoad = { readonly id: string; readonly min: number; readonly max: number }

/** Who is to be matched with what. */
export type AssignmentCase = {
  /** Assessors for each application. */
  readonly needs: number
  readonly applications: readonly string[]
  readonly assessors: readonly AssessorLoad[]
  /** A row for each application, a column for each assessor: from 0 to 1, the better match the higher. */
  readonly match: readonly (readonly number[])[]
  /** Pairs that must not be, by id. */
  readonly conflicts: readonly (readonly [application: string, assessor: string])[]
  /** `fair`: first the worst-off application as well off as can be, then the total. */
  readonly objective: 'total' | 'fair'
  /** Decides between assignments that are equally good. */
  readonly seed: number
}

export type Assignment =
  | {
      readonly status: 'optimal'
      /** The sum of the matches of all pairs. */
      readonly total: number
      /** The smallest sum of one application. */
      readonly worst: number
      /** By application, then assessor, as the case lists them. */
      readonly pairs: readonly (readonly [application: string, assessor: string])[]
      /** Whether nothing better can be: false only when a fair one was stopped by its limit of nodes. */
      readonly proven: boolean
    }
  | { readonly status: 'impossible'; readonly because: readonly Cause[] }

/** A pair that may be, by places in the case. */
type Pair = { readonly application: number; readonly assessor: number; readonly match: number }

/** Steps of a match in one whole: matches are compared to the millionth. */
const stepsInOne = 1_000_000

/** Nodes for one question of whether the worst-off can be better off. */
const mostNodes = 20_000

/**
 * Gives every application exactly as many assessors as it needs, within their loads and never where there is a conflict,
 * with the largest total match. The linear program has whole corners, so that its answer is whole by itself. The order of
 * the case makes no difference, and every answer is checked here before it is given.
 *
 * @throws {Error} if the solver's answer breaks a rule of the case: a fault
 * @see docs/sources.md#assignment
 */
export function assign(given: AssignmentCase, solve: Solve): Assignment {
  const pairs = allowedPairs(given)
  const best = chosen(given, pairs, solve, 0)
  if (best === 'impossible') return { status: 'impossible', because: causesOf(given, pairs, solve) }
  if (best === 'stopped') throw new Error('the solver stopped at a linear program')
  if (given.objective === 'total') return checked(given, best, true)
  return fairest(given, pairs, solve, best)
}

/** In the order of their ids, so that the order of the case does not matter. */
function allowedPairs({ applications, assessors, match, conflicts }: AssignmentCase): readonly Pair[] {
  const apart = keepsApart(conflicts)
  const inOrder = (ids: readonly string[]) =>
    ids.map((id, place) => ({ id, place })).sort((one, other) => (one.id < other.id ? -1 : 1))
  const people = inOrder(assessors.map(({ id }) => id))
  return inOrder(applications).flatMap((application) =>
    people
      .filter((assessor) => !apart(application.id, assessor.id))
      .map((assessor) => ({
        application: application.place,
        assessor: assessor.place,
        match: match[application.place]?.[assessor.place] ?? 0,
      })),
  )
}

/** The program: a row for each application, then one for each assessor, then one for each application's floor, if any. */
function programOf(given: AssignmentCase, pairs: readonly Pair[], floor: number): LinearProgram {
  const { needs, applications, assessors, seed } = given
  const exact = pairs.every(({ match }) => Number.isInteger(asSteps(match)))
  const nudge = 0.9 / Math.max(1, applications.length * needs)
  const byApplication: number[][] = applications.map(() => [])
  const byAssessor: number[][] = assessors.map(() => [])
  pairs.forEach((pair, column) => {
    byApplication[pair.application]?.push(column)
    byAssessor[pair.assessor]?.push(column)
  })
  const ones = (columns: readonly number[], lower: number, upper: number): Row => ({
    lower,
    upper,
    columns,
    values: columns.map(() => 1),
  })
  const floors = byApplication.map((columns) => ({
    lower: floor,
    upper: Number.POSITIVE_INFINITY,
    columns,
    values: columns.map((column) => pairs[column]?.match ?? 0),
  }))
  return {
    // Where matches are whole steps, all nudges together are less than one: they choose among the best alone.
    objective: Float64Array.from(pairs, ({ application, assessor, match }) =>
      exact
        ? asSteps(match) + nudge * tieBreak(seed, applications[application] ?? '', assessors[assessor]?.id ?? '')
        : match * stepsInOne,
    ),
    columnLower: new Float64Array(pairs.length),
    columnUpper: new Float64Array(pairs.length).fill(1),
    integer: floor > 0,
    rows: [
      ...byApplication.map((columns) => ones(columns, needs, needs)),
      ...byAssessor.map((columns, place) => ones(columns, assessors[place]?.min ?? 0, assessors[place]?.max ?? 0)),
      ...(floor > 0 ? floors : []),
    ],
  }
}

/** In whole steps if it is within rounding of them. */
function asSteps(match: number): number {
  const steps = match * stepsInOne
  return Math.abs(steps - Math.round(steps)) < 1e-6 ? Math.round(steps) : steps
}

function chosen(
  given: AssignmentCase,
  pairs: readonly Pair[],
  solve: Solve,
  floor: number,
): readonly Pair[] | 'impossible' | 'stopped' {
  const found = solve(programOf(given, pairs, floor), { mostNodes })
  if (found.status === 'infeasible') return 'impossible'
  if (found.status === 'stopped') return 'stopped'
  return pairs.filter((_, column) => (found.values[column] ?? 0) > 0.5)
}

function causesOf(given: AssignmentCase, pairs: readonly Pair[], solve: Solve): readonly Cause[] {
  const found = solve(programOf(given, pairs, 0), { explain: true })
  if (found.status !== 'infeasible') throw new Error('the solver contradicts itself')
  return [causeOf(given, found.rows)]
}

/**
 * Raises the floor until it cannot be raised: halfway between what was reached and what cannot be, each time the best
 * total above it. What is reached is always at a whole number of the step that all matches share.
 */
function fairest(given: AssignmentCase, pairs: readonly Pair[], solve: Solve, start: readonly Pair[]): Assignment {
  const step = sharedStep(pairs.map(({ match }) => asSteps(match))) / stepsInOne
  let best = start
  let reached = worstOf(given, best)
  let ceiling = highestWorst(given, pairs)
  let proven = true
  while (ceiling - reached > step / 2) {
    const halfway = reached + Math.max(step, Math.floor((ceiling - reached) / 2 / step) * step)
    const floor = Math.min(halfway, ceiling)
    // A hair below, so that what is just as high is not lost to rounding.
    const found = chosen(given, pairs, solve, floor - step / 1_000)
    if (found === 'stopped') {
      proven = false
      break
    }
    if (found === 'impossible' || worstOf(given, found) < floor - step / 2) ceiling = floor - step
    else {
      best = found
      reached = worstOf(given, found)
    }
  }
  const last = reached > 0 ? chosen(given, pairs, solve, reached - step / 1_000) : best
  return checked(given, typeof last === 'string' ? best : last, proven)
}

/** What the worst-off could have at most, if nobody else were there. */
function highestWorst({ needs, applications }: AssignmentCase, pairs: readonly Pair[]): number {
  const best = applications.map((_, place) =>
    pairs
      .filter(({ application }) => application === place)
      .map(({ match }) => match)
      .sort((one, other) => other - one)
      .slice(0, needs)
      .reduce((sum, match) => sum + match, 0),
  )
  return best.reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY)
}

const sumsOf = ({ applications }: AssignmentCase, pairs: readonly Pair[]): readonly number[] => {
  const sums = applications.map(() => 0)
  for (const { application, match } of pairs) sums[application] = (sums[application] ?? 0) + match
  return sums
}

const worstOf = (given: AssignmentCase, pairs: readonly Pair[]): number =>
  sumsOf(given, pairs).reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY)

/** The answer, once it keeps every rule of the case, whatever the solver says. */
function checked(given: AssignmentCase, unsorted: readonly Pair[], proven: boolean): Assignment {
  const { needs, applications, assessors } = given
  const pairs = unsorted.toSorted((one, other) => one.application - other.application || one.assessor - other.assessor)
  const counted = (places: readonly number[], length: number) => {
    const counts = new Array<number>(length).fill(0)
    for (const place of places) counts[place] = (counts[place] ?? 0) + 1
    return counts
  }
  const needed = counted(
    pairs.map(({ application }) => application),
    applications.length,
  ).every((count) => count === needs)
  const loaded = counted(
    pairs.map(({ assessor }) => assessor),
    assessors.length,
  ).every((count, place) => count >= (assessors[place]?.min ?? 0) && count <= (assessors[place]?.max ?? 0))
  const apart = keepsApart(given.conflicts)
  const named = pairs.map(
    ({ application, assessor }) => [applications[application] ?? '', assessors[assessor]?.id ?? ''] as const,
  )
  if (!needed || !loaded || named.some((pair) => apart(...pair)))
    throw new Error('the solver gave an assignment that breaks the rules')
  const total = pairs.reduce((sum, { match }) => sum + match, 0)
  return {
    status: 'optimal',
    total,
    worst: applications.length === 0 ? 0 : worstOf(given, pairs),
    pairs: named,
    proven,
  }
}
