import type { Solve, Solved } from '../solver/linear-program.ts'
import { explainUnplaced, type Unplaced } from './explain-unplaced.ts'
import {
  keepingProgram,
  keptOf,
  placingProgram,
  preferringProgram,
  rowsOf,
  type Unknowns,
  unknownsOf,
} from './sitting-program.ts'
import { hears, publishedIn, suits, type TimetableCase } from './timetable-case.ts'

/** An interview with its place. */
export type Placed = {
  readonly interview: string
  readonly session: string
  /** In its session, from 1. */
  readonly slot: number
  /** Who is in the room. */
  readonly members: readonly string[]
  /** Who sits in the session and leaves the room for this one. */
  readonly recused: readonly string[]
  /** Wanted expertise that nobody in the room has. */
  readonly missingExpertise: readonly string[]
}

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

/** The limit of each search, in nodes, so that the same case always gives the same timetable. */
export const nodesAtFirst = 200

type Values = ArrayLike<number>

/**
 * Places interviews in half-day sessions: first as many as can be, then with as few as can be moved from places that people
 * have been told of, then with wanted expertise in the room and as few sittings as can be. Each placed interview has a quorum and a chair among the members that stay in the room; nobody is in
 * two rooms in one half-day. Every timetable is checked here, apart from the solver, before it is given.
 *
 * @param mostNodes of each search: more takes longer and may come nearer to the best
 * @param withinGap how near to the best it may stop looking for what is preferred; how many have a place is never given up for it
 * @throws {Error} if the solver's answer breaks a rule of the case: a fault
 * @see docs/sources.md#interview-timetable
 */
export function planInterviews(given: TimetableCase, solve: Solve, mostNodes = nodesAtFirst, withinGap = 0): Timetable {
  const unknowns = unknownsOf(given)
  const rows = rowsOf(given, unknowns)
  const first = solve(placingProgram(unknowns, rows), { mostNodes })
  const firstValues = valuesOf(first)
  const placedCount = chosen(unknowns.placing, firstValues).length
  const known = keptOf(given, unknowns)
  const middle = known.length === 0 ? first : solve(keepingProgram(known, unknowns, rows, placedCount), { mostNodes })
  const middleValues = foundOr(firstValues, middle)
  const counts = { placed: placedCount, kept: chosen(known, middleValues).length }
  const second = solve(preferringProgram(given, unknowns, rows, counts), { mostNodes, withinGap })
  const values = foundOr(middleValues, second)
  const placed = placedIn(given, unknowns, values)
  check(given, placed)
  const there = new Set(placed.map(({ interview }) => interview))
  const unplaced = given.interviews.filter(({ id }) => !there.has(id)).map(({ id }) => id)
  const proven = [first, middle, second].every((found) => found.status === 'optimal')
  return {
    status: proven ? 'optimal' : 'feasible',
    unplaced,
    placed,
    gap: proven ? 0 : gapOf(first, middle, second),
    because: unplaced.length === 0 ? [] : explainUnplaced(given, unplaced, (other) => placeable(other, solve)),
  }
}

/** How many interviews of a case can be placed. */
function placeable(given: TimetableCase, solve: Solve): number {
  const unknowns = unknownsOf(given)
  const found = solve(placingProgram(unknowns, rowsOf(given, unknowns)), { mostNodes: nodesAtFirst })
  return chosen(unknowns.placing, valuesOf(found)).length
}

function valuesOf(found: Solved): Values {
  // Nobody anywhere keeps every rule, so that there is always something.
  if (found.status === 'infeasible') throw new Error('the solver found no timetable, not even an empty one')
  return found.values ?? []
}

/** What a search found; what the one before it did where it was stopped with nothing. */
const foundOr = (before: Values, found: Solved): Values =>
  found.status === 'stopped' && found.values === null ? before : valuesOf(found)

/** The widest of the gaps. */
const gapOf = (...all: readonly Solved[]): number =>
  Math.max(...all.map((found) => (found.status === 'stopped' ? found.gap : 0)))

const chosen = <Unknown extends { readonly column: number }>(
  unknowns: readonly Unknown[],
  values: Values,
): readonly Unknown[] => unknowns.filter(({ column }) => (values[column] ?? 0) > 0.5)

function placedIn(given: TimetableCase, unknowns: Unknowns, values: Values): readonly Placed[] {
  const { interviews, sessions, members } = given
  const sitting = chosen(unknowns.sitting, values)
  const slots = slotsOf(given, unknowns, values)
  return chosen(unknowns.placing, values).map(({ interview: place, session, column }) => {
    const slot = slots.get(column) ?? 0
    const interview = interviews[place]
    if (interview === undefined) throw new Error('an interview without a place in the case')
    const there = sitting.filter((sits) => sits.session === session).flatMap(({ member }) => members[member] ?? [])
    const inRoom = there.filter((member) => hears(interview, member))
    return {
      interview: interview.id,
      session: sessions[session]?.id ?? '',
      slot,
      members: inRoom.map(({ id }) => id),
      recused: there.filter((member) => !hears(interview, member)).map(({ id }) => id),
      missingExpertise: interview.needsExpertise.filter(
        (expertise) => !inRoom.some((member) => member.expertise.includes(expertise)),
      ),
    }
  })
}

/** The slot of each that is placed, by its column: those that stay have their own, the others what is free, in order. */
function slotsOf({ interviews, sessions, published }: TimetableCase, { placing }: Unknowns, values: Values) {
  const slots = new Map<number, number>()
  for (const [at, of] of Map.groupBy(chosen(placing, values), ({ session }) => session)) {
    const taken = new Set<number>()
    const session = sessions[at]
    const others = of.filter(({ interview, column }) => {
      const id = interviews[interview]?.id ?? ''
      const stays = session === undefined ? undefined : publishedIn({ published }, id, session)
      if (stays === undefined || taken.has(stays.slot)) return true
      slots.set(column, stays.slot)
      taken.add(stays.slot)
      return false
    })
    let next = 1
    for (const { column } of others) {
      while (taken.has(next)) next += 1
      slots.set(column, next)
      taken.add(next)
    }
  }
  return slots
}

/** A second look at a timetable, in plain counting. */
function check(given: TimetableCase, placed: readonly Placed[]): void {
  const wrong = brokenRule(given, placed)
  if (wrong !== undefined) throw new Error(`the solver broke a rule of the case: ${wrong}`)
}

/** The first rule that a timetable breaks, in words; undefined when it breaks none. */
export function brokenRule(given: TimetableCase, placed: readonly Placed[]): string | undefined {
  const sessionOf = new Map(given.sessions.map((session) => [session.id, session]))
  const memberOf = new Map(given.members.map((member) => [member.id, member]))
  const interviewOf = new Map(given.interviews.map((interview) => [interview.id, interview]))
  if (new Set(placed.map(({ interview }) => interview)).size !== placed.length) return 'an interview has two places'
  const sittings = new Map<string, Set<string>>()
  for (const { interview: id, session: at, slot, members, recused } of placed) {
    const [interview, session] = [interviewOf.get(id), sessionOf.get(at)]
    if (interview === undefined || session === undefined) return `${id} is not known, or has no session`
    if (!suits(interview, session)) return `${at} does not suit ${id}`
    if (slot < 1 || slot > session.slots) return `${at} has no slot ${slot}`
    if (placed.some((other) => other.interview !== id && other.session === at && other.slot === slot))
      return `slot ${slot} of ${at} is taken twice`
    if (members.length < given.quorum) return `${id} has no quorum`
    if (members.some((member) => interview.conflicts.includes(member))) return `somebody with a conflict hears ${id}`
    if (!members.some((member) => memberOf.get(member)?.chair === true)) return `${id} has no chair`
    for (const member of [...members, ...recused]) {
      if (memberOf.get(member)?.available.includes(at) !== true) return `${member} cannot come to ${at}`
      sittings.set(member, (sittings.get(member) ?? new Set()).add(at))
    }
  }
  for (const [member, sessions] of sittings) {
    const halfDays = [...sessions].map((at) => sessionOf.get(at)?.halfDay)
    if (new Set(halfDays).size < halfDays.length) return `${member} is in two rooms at once`
    if (sessions.size > (memberOf.get(member)?.maxSessions ?? Number.POSITIVE_INFINITY))
      return `${member} sits too often`
  }
  return undefined
}
