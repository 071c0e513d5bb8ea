import type { Solve } from '../solver/linear-program.ts'
import { type AtMost, atMost } from './at-most.ts'
import { brokenRule } from './check-timetable.ts'
import { type CountedCase, countedCase } from './counted-case.ts'
import { explainUnplaced, type Unplaced } from './explain-unplaced.ts'
import { type Effort, improve, type Stage } from './improve.ts'
import { type Placed, placedIn } from './read-timetable.ts'
import {
  chosen,
  keepingProgram,
  keptOf,
  placingProgram,
  preferringProgram,
  rowsOf,
  seatingProgram,
  stepOfPreference,
  toldOf,
  type Unknowns,
  unknownsOf,
  valuesOf,
  withoutIdle,
} from './sitting-program.ts'
import type { TimetableCase } from './timetable-case.ts'
import { tryChanges } from './try-changes.ts'

export type Timetable = {
  /** `feasible`: it keeps every rule, and a better one may exist. */
  readonly status: 'optimal' | 'feasible'
  readonly unplaced: readonly string[]
  readonly placed: readonly Placed[]
  /** How far the best that could be is from this one, as a share of it; 0 when nothing is better. */
  readonly gap: number
  /** Of each that has no place: what keeps it out, and what would let it in. */
  readonly because: readonly Unplaced[]
}

/** Nodes of each search where nothing else is said: a limit in nodes gives the same timetable for the same case, always. */
const nodesOfSearch = 200

/**
 * Places interviews in half-day sessions: first as many as can be, then with as few as can be moved from places that people
 * have been told of and as few changes of the sessions that members were told to sit in, then with wanted expertise in the room and as few sittings as can be. Each placed interview has a quorum
 * and a chair among the members that stay in the room; nobody is in two rooms in one half-day. It begins with a timetable made
 * by trying changes, and asks the solver where counting does not prove that one. Every timetable is checked here, apart from
 * the solver, before it is given.
 *
 * @param mostNodes of the search for what is preferred: more takes longer and may come nearer to the best; 0 for none
 * @param withinGap how near to the best it may stop looking for what is preferred; how many have a place is never given up for it
 * @throws {Error} if the solver's answer breaks a rule of the case: a fault
 * @see docs/sources.md#interview-timetable
 */
export function planInterviews(
  given: TimetableCase,
  solve: Solve,
  mostNodes = nodesOfSearch,
  withinGap = 0,
): Timetable {
  const question = questionOf(given)
  const placing = placeMost(question, solve)
  const keeping = keepMost(question, placing, solve)
  const seating = seatAsTold(question, keeping, solve)
  const preferring = prefer(question, seating, solve, { mostNodes, withinGap })
  const placed = placedIn(given, question.unknowns, preferring.values)
  const wrong = brokenRule(given, placed)
  if (wrong !== undefined) throw new Error(`the solver broke a rule of the case: ${wrong}`)
  const there = new Set(placed.map(({ interview }) => interview))
  const unplaced = given.interviews.filter(({ id }) => !there.has(id)).map(({ id }) => id)
  const gap = Math.max(placing.gap, keeping.gap, seating.gap, preferring.gap)
  return {
    status: gap === 0 ? 'optimal' : 'feasible',
    unplaced,
    placed,
    gap,
    because:
      unplaced.length === 0 ? [] : explainUnplaced(given, unplaced, (other) => placesMore(other, placed.length, solve)),
  }
}

/** A case as a program, with what counting says of it. */
type Question = {
  readonly given: TimetableCase
  readonly unknowns: Unknowns
  readonly rows: ReturnType<typeof rowsOf>
  readonly counted: CountedCase
  readonly most: AtMost
}

function questionOf(given: TimetableCase): Question {
  const unknowns = unknownsOf(given)
  const counted = countedCase(given)
  return { given, unknowns, rows: rowsOf(given, unknowns), counted, most: atMost(counted) }
}

const proving: Effort = { mostNodes: nodesOfSearch, withinGap: 0 }

function placeMost({ given, unknowns, rows, counted, most }: Question, solve: Solve): Stage {
  const first = valuesOf(given, unknowns, tryChanges(counted, most, given.seed))
  return improve({ program: placingProgram(unknowns, rows), step: 1, most: most.placed }, first, solve, proving)
}

/** Whether more interviews of a case than so many can be placed. */
function placesMore(given: TimetableCase, count: number, solve: Solve): boolean {
  const question = questionOf(given)
  return question.most.placed > count && placedBy(question, placeMost(question, solve)) > count
}

const placedBy = ({ unknowns }: Question, { values }: Stage): number => chosen(unknowns.placing, values).length

function keepMost(question: Question, before: Stage, solve: Solve): Stage {
  const { given, unknowns, rows, most } = question
  const known = keptOf(given, unknowns)
  if (known.length === 0) return { ...before, gap: 0 }
  const program = keepingProgram(known, unknowns, rows, placedBy(question, before))
  return improve({ program, step: 1, most: most.kept }, before.values, solve, proving)
}

/** Values that say who sits as they were told, where anybody was. */
function seatAsTold(question: Question, before: Stage, solve: Solve): Stage {
  const { given, unknowns, rows, most } = question
  if (given.told === undefined) return { ...before, gap: 0 }
  const kept = chosen(keptOf(given, unknowns), before.values).length
  const program = seatingProgram(given, unknowns, rows, { placed: placedBy(question, before), kept })
  return improve({ program, step: 1, most: most.same }, withoutIdle(unknowns, before.values), solve, proving)
}

/** How many sittings are as members were told, less those of which they were not. */
function sameAsTold({ given, unknowns }: Question, { values }: Stage): number | undefined {
  if (given.told === undefined) return undefined
  const told = toldOf(given, unknowns)
  return chosen(told.get(true) ?? [], values).length - chosen(told.get(false) ?? [], values).length
}

function prefer(question: Question, before: Stage, solve: Solve, effort: Effort): Stage {
  const { given, unknowns, rows, most } = question
  const placed = placedBy(question, before)
  const kept = chosen(keptOf(given, unknowns), before.values).length
  const program = preferringProgram(given, unknowns, rows, {
    placed,
    kept,
    same: sameAsTold(question, before),
  })
  return improve({ program, step: stepOfPreference, most: most.worth(placed) }, before.values, solve, effort)
}
