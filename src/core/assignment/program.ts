import { tieBreaks } from '../random/tie-break.ts'
import type { LinearProgram, Row } from '../solver/linear-program.ts'
import { sharedStep } from '../solver/shared-step.ts'
import type { AssignmentCase, Pair } from './case.ts'
import { whole } from './draw-whole.ts'
import { keepsApart } from './keeps-apart.ts'
import { whoMayRead } from './leavers.ts'
import { mostChanceOf } from './most-chance.ts'

/** Steps of a match in one whole: matches are compared to the millionth. */
export const stepsInOne = 1_000_000

/** In whole steps if it is within rounding of them. */
export function asSteps(match: number): number {
  const steps = match * stepsInOne
  const whole = Math.round(steps)
  return Math.abs(steps - whole) < 1e-6 ? whole : steps
}

/** Whom a row is about: what is said when rows cannot hold together. */
export type RowOf = { readonly application: number } | { readonly assessor: number } | 'wish'

/** A program with its columns' pairs; slacks come after them. */
export type Built = {
  readonly program: LinearProgram
  readonly pairs: readonly Pair[]
  readonly rowOf: readonly RowOf[]
}

/** Pairs that may be, in the order of their ids, so that the order of the case does not matter. */
export function allowedPairs(given: AssignmentCase): readonly Pair[] {
  const { applications, assessors, match } = given
  const mayRead = whoMayRead(given)
  const inOrder = (ids: readonly string[]) =>
    ids.map((id, place) => ({ id, place })).sort((one, other) => (one.id < other.id ? -1 : 1))
  const people = inOrder(assessors.map(({ id }) => id))
  const pairs: Pair[] = []
  for (const application of inOrder(applications)) {
    const row = match[application.place]
    for (const assessor of people) {
      if (!mayRead(application.id, assessor.id)) continue
      pairs.push({ application: application.place, assessor: assessor.place, match: row?.[assessor.place] ?? 0 })
    }
  }
  return pairs
}

/**
 * The program: a row for each application, then one for each assessor, then caps, tiers and floors. Rows of applications
 * and rows of assessors each lie within or beside one another, so that corners are whole without being asked to be; only
 * floors make it a program of whole unknowns.
 *
 * @param floor what the matches of each application come to at least; 0 asks nothing
 */
export function buildProgram(given: AssignmentCase, pairs: readonly Pair[], floor: number): Built {
  const { needs, applications, assessors } = given
  const byApplication: number[][] = applications.map(() => [])
  const byAssessor: number[][] = assessors.map(() => [])
  pairs.forEach((pair, column) => {
    byApplication[pair.application]?.push(column)
    byAssessor[pair.assessor]?.push(column)
  })
  const stays = keepsApart(given.fixed ?? [])
  const idsOf = (pair: Pair) => [applications[pair.application] ?? '', assessors[pair.assessor]?.id ?? ''] as const
  const fixed = pairs.map((pair) => stays(...idsOf(pair)))
  const kept = (columns: readonly number[]) => columns.filter((column) => fixed[column]).length
  const wishes = tierRows(given, pairs, byApplication)
  const rowOf: RowOf[] = []
  const rows: Row[] = []
  const add = (of: RowOf, row: Row) => {
    rowOf.push(of)
    rows.push(row)
  }
  byApplication.forEach((columns, application) => {
    const exactly = Math.max(needs, kept(columns))
    add({ application }, ones(columns, exactly, exactly))
  })
  byAssessor.forEach((columns, assessor) => {
    const { min = 0, max = 0 } = assessors[assessor] ?? {}
    add({ assessor }, ones(columns, min, Math.max(max, kept(columns))))
  })
  for (const { assessor, columns, max } of capRows(given, pairs, byAssessor))
    add({ assessor }, ones(columns, 0, Math.max(max, kept(columns))))
  for (const row of wishes.rows) add('wish', row)
  for (const columns of floor > 0 ? byApplication : []) add('wish', floorRow(columns, pairs, floor))
  const bounds = boundsOf(fixed, mostOfPairs(given, pairs), wishes.most)
  const objective = objectiveOf(given, pairs, wishes.penalties)
  return { program: { objective, ...bounds, integer: floor > 0, rows }, pairs, rowOf }
}

function boundsOf(fixed: readonly boolean[], mostOfPair: readonly number[], most: readonly number[]) {
  return {
    columnLower: Float64Array.from([...fixed.map(Number), ...most.map(() => 0)]),
    columnUpper: Float64Array.from([...mostOfPair, ...most]),
  }
}

/** How likely each pair may be, from 0 to 1. */
function mostOfPairs(given: AssignmentCase, pairs: readonly Pair[]): readonly number[] {
  const mostOf = mostChanceOf(given)
  return pairs.map(
    ({ application, assessor }) =>
      mostOf(given.applications[application] ?? '', given.assessors[assessor]?.id ?? '') / whole,
  )
}

const ones = (columns: readonly number[], lower: number, upper: number): Row => ({
  lower,
  upper,
  columns,
  values: new Array<number>(columns.length).fill(1),
})

const floorRow = (columns: readonly number[], pairs: readonly Pair[], floor: number): Row => ({
  lower: floor,
  upper: Number.POSITIVE_INFINITY,
  columns,
  values: columns.map((column) => pairs[column]?.match ?? 0),
})

/** For each application and tier: those who match so well, and how many are short, come to as many as there should be. */
function tierRows(
  { tiers = [] }: AssignmentCase,
  pairs: readonly Pair[],
  byApplication: readonly (readonly number[])[],
) {
  const rows: Row[] = []
  const penalties: number[] = []
  const most: number[] = []
  for (const columns of byApplication) {
    for (const { least, count, penalty } of tiers) {
      const good = columns.filter((column) => (pairs[column]?.match ?? 0) >= least)
      rows.push(ones([...good, pairs.length + penalties.length], count, Number.POSITIVE_INFINITY))
      penalties.push(penalty)
      most.push(count)
    }
  }
  return { rows, penalties, most }
}

function capRows(
  { caps = [], applications, assessors }: AssignmentCase,
  pairs: readonly Pair[],
  by: readonly (readonly number[])[],
) {
  return caps.map(({ assessor: id, applications: those, max }) => {
    const assessor = assessors.findIndex((one) => one.id === id)
    const among = new Set(those)
    const columns = (by[assessor] ?? []).filter((column) =>
      among.has(applications[pairs[column]?.application ?? -1] ?? ''),
    )
    return { assessor, columns, max }
  })
}

/** Where all is in whole steps, they are divided by what they share, and nudges that together are less than one are added. */
function objectiveOf(given: AssignmentCase, pairs: readonly Pair[], penalties: readonly number[]): Float64Array {
  const { applications, assessors, needs, seed, before } = given
  const stayed = keepsApart(before?.pairs ?? [])
  const values = pairs.map(({ application, assessor, match }) => {
    const was = before !== undefined && stayed(applications[application] ?? '', assessors[assessor]?.id ?? '')
    return asSteps(match + (was ? before.costOfChange : 0))
  })
  const costs = penalties.map((penalty) => -asSteps(penalty))
  const objective = new Float64Array(values.length + costs.length)
  const exact = values.every(Number.isInteger) && costs.every(Number.isInteger)
  const step = exact ? sharedStep([...values, ...new Set(costs)]) : 1
  // Where pairs may be likely in part, corners are in hundredths, and so are the steps between what they are worth.
  const shares = given.mostChancePercent === undefined ? 1 : whole
  const nudge = exact ? 0.9 / shares / Math.max(1, applications.length * needs) : 0
  const preferred = tieBreaks(seed)
  values.forEach((value, column) => {
    const pair = pairs[column]
    const ids = [applications[pair?.application ?? 0] ?? '', assessors[pair?.assessor ?? 0]?.id ?? ''] as const
    objective[column] = value / step + (exact ? nudge * preferred(...ids) : 0)
  })
  costs.forEach((cost, place) => {
    objective[values.length + place] = cost / step
  })
  return objective
}
