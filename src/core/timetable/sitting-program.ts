import { tieBreak } from '../random/tie-break.ts'
import type { LinearProgram, Row } from '../solver/linear-program.ts'
import { type Draft, sits } from './draft.ts'
import { hears, isTold, publishedIn, suits, type TimetableCase } from './timetable-case.ts'

/** The unknowns, by their columns: who sits where, what is where, and where wanted expertise is in the room. */
export type Unknowns = {
  readonly placing: readonly (Place & { readonly column: number })[]
  readonly sitting: readonly { readonly member: number; readonly session: number; readonly column: number }[]
  /** Of each place that an interview may have: a program that says where is told much sooner what can be had. */
  readonly covered: readonly (Place & { readonly expertise: string; readonly column: number })[]
  /** Whether a session is held at all: it says early how many sittings there must be. */
  readonly held: readonly { readonly session: number; readonly column: number }[]
  readonly count: number
}

type Place = { readonly interview: number; readonly session: number }

/** How much somebody with the wanted expertise is worth, and what each sitting of a member costs. */
export const worthOfExpertise = 5
export const costOfSitting = 0.5
/** All that is preferred comes in such steps. */
export const stepOfPreference = 0.5
/** Less than a step, all together. */
const mostNudge = 0.01

export function unknownsOf({ interviews, members, sessions }: TimetableCase): Unknowns {
  let count = 0
  const next = (): number => count++
  const placing = interviews.flatMap((interview, place) =>
    sessions.flatMap((session, at) =>
      suits(interview, session) ? [{ interview: place, session: at, column: next() }] : [],
    ),
  )
  const sitting = members.flatMap((member, place) =>
    sessions.flatMap((session, at) =>
      member.available.includes(session.id) ? [{ member: place, session: at, column: next() }] : [],
    ),
  )
  const covered = placing.flatMap(({ interview, session }) =>
    [...new Set(interviews[interview]?.needsExpertise)].map((expertise) => ({
      interview,
      session,
      expertise,
      column: next(),
    })),
  )
  const held = sessions.map((_, at) => ({ session: at, column: next() }))
  return { placing, sitting, covered, held, count }
}

type Columned = { readonly column: number }

const row = (lower: number, upper: number, ...parts: readonly (readonly [readonly Columned[], number])[]): Row => ({
  lower,
  upper,
  columns: parts.flatMap(([unknowns]) => unknowns.map(({ column }) => column)),
  values: parts.flatMap(([unknowns, value]) => unknowns.map(() => value)),
})

/** Everything that a timetable must keep to. */
export function rowsOf(given: TimetableCase, { placing, sitting, covered, held }: Unknowns): readonly Row[] {
  const { interviews, members, sessions, quorum } = given
  const inSession = (at: number) => placing.filter(({ session }) => session === at)
  const wantedAt = Map.groupBy(covered, ({ interview, session }) => interview * sessions.length + session)
  const once = interviews.map((_, place) => row(0, 1, [placing.filter(({ interview }) => interview === place), 1]))
  const sessionRows = held.flatMap((hold) => {
    const { session } = hold
    const there = sitting.filter((each) => each.session === session)
    const chairs = there.filter(({ member }) => members[member]?.chair === true)
    return [
      row(Number.NEGATIVE_INFINITY, 0, [inSession(session), 1], [[hold], -(sessions[session]?.slots ?? 0)]),
      row(0, Number.POSITIVE_INFINITY, [there, 1], [[hold], -quorum]),
      row(0, Number.POSITIVE_INFINITY, [chairs, 1], [[hold], -1]),
      ...inSession(session).map((place) => row(Number.NEGATIVE_INFINITY, 0, [[place], 1], [[hold], -1])),
    ]
  })
  const heard = placing.flatMap((place) => {
    const interview = interviews[place.interview]
    const free = sitting.filter(({ member, session }) => {
      const other = members[member]
      return session === place.session && interview !== undefined && other !== undefined && hears(interview, other)
    })
    const chairs = free.filter(({ member }) => members[member]?.chair === true)
    const wanted = wantedAt.get(place.interview * sessions.length + place.session) ?? []
    return [
      row(0, Number.POSITIVE_INFINITY, [free, 1], [[place], -quorum]),
      row(0, Number.POSITIVE_INFINITY, [chairs, 1], [[place], -1]),
      ...wanted.flatMap((cover) => {
        const experts = free.filter(({ member }) => members[member]?.expertise.includes(cover.expertise) === true)
        return [
          row(Number.NEGATIVE_INFINITY, 0, [[cover], 1], [experts, -1]),
          row(Number.NEGATIVE_INFINITY, 0, [[cover], 1], [[place], -1]),
        ]
      }),
    ]
  })
  const halfDays = [...new Set(sessions.map(({ halfDay }) => halfDay))]
  const oneRoom = members.flatMap((_, place) =>
    halfDays.map((halfDay) =>
      row(0, 1, [
        sitting.filter(({ member, session }) => member === place && sessions[session]?.halfDay === halfDay),
        1,
      ]),
    ),
  )
  const most = members.flatMap(({ maxSessions }, place) =>
    maxSessions === undefined ? [] : [row(0, maxSessions, [sitting.filter(({ member }) => member === place), 1])],
  )
  return [...once, ...sessionRows, ...heard, ...oneRoom, ...most].filter(({ columns }) => columns.length > 0)
}

const program = (count: number, objective: Float64Array, rows: readonly Row[]): LinearProgram => ({
  objective,
  columnLower: new Float64Array(count),
  columnUpper: new Float64Array(count).fill(1),
  integer: true,
  rows,
})

/** The first question: how many can be placed at all. */
export function placingProgram(unknowns: Unknowns, rows: readonly Row[]): LinearProgram {
  const objective = new Float64Array(unknowns.count)
  for (const { column } of unknowns.placing) objective[column] = 1
  return program(unknowns.count, objective, rows)
}

/** The unknowns of places that people have been told of. */
export const keptOf = (given: TimetableCase, { placing }: Unknowns): Unknowns['placing'] =>
  placing.filter(({ interview, session }) => {
    const [of, at] = [given.interviews[interview], given.sessions[session]]
    return of !== undefined && at !== undefined && publishedIn(given, of.id, at) !== undefined
  })

/** In between, where places are known: with so many placed, how many can stay where they are. */
export function keepingProgram(
  kept: Unknowns['placing'],
  { placing, count }: Unknowns,
  rows: readonly Row[],
  placed: number,
): LinearProgram {
  const objective = new Float64Array(count)
  for (const { column } of kept) objective[column] = 1
  return program(count, objective, [...rows, row(placed, placed, [placing, 1])])
}

/** Sittings by whether members have been told of them. */
export const toldOf = ({ members, sessions, told }: TimetableCase, { sitting }: Unknowns) =>
  Map.groupBy(sitting, ({ member, session }) =>
    isTold({ told }, { member: members[member]?.id ?? '', session: sessions[session]?.id ?? '' }),
  )

/** Nobody sits where nothing is heard: who does would seem to sit as they were told. */
const forSomething = ({ placing, sitting }: Unknowns): readonly Row[] =>
  sitting.map((sits) =>
    row(Number.NEGATIVE_INFINITY, 0, [[sits], 1], [placing.filter(({ session }) => session === sits.session), -1]),
  )

/** With so many placed and kept: how many sittings can be as members were told, less those of which they were not. */
export function seatingProgram(
  given: TimetableCase,
  unknowns: Unknowns,
  rows: readonly Row[],
  { placed, kept }: { readonly placed: number; readonly kept: number },
): LinearProgram {
  const objective = new Float64Array(unknowns.count)
  for (const [isTold, sittings] of toldOf(given, unknowns))
    for (const { column } of sittings) objective[column] = isTold ? 1 : -1
  const reached = [row(placed, placed, [unknowns.placing, 1]), ...staying(given, unknowns, kept)]
  return program(unknowns.count, objective, [...rows, ...forSomething(unknowns), ...reached])
}

const staying = (given: TimetableCase, unknowns: Unknowns, kept: number): readonly Row[] =>
  kept === 0 ? [] : [row(kept, Number.POSITIVE_INFINITY, [keptOf(given, unknowns), 1])]

/** The last: with so many placed, kept and told, expertise in the room and few sittings. `same`: undefined where nobody was told. */
export function preferringProgram(
  given: TimetableCase,
  unknowns: Unknowns,
  rows: readonly Row[],
  { placed, kept, same }: { readonly placed: number; readonly kept: number; readonly same: number | undefined },
): LinearProgram {
  const { interviews, sessions, seed } = given
  const { placing, sitting, covered, count } = unknowns
  const objective = new Float64Array(count)
  const nudge = mostNudge / Math.max(1, interviews.length)
  for (const { column, interview, session } of placing)
    objective[column] = nudge * tieBreak(seed, interviews[interview]?.id ?? '', sessions[session]?.id ?? '')
  for (const { column } of sitting) objective[column] = -costOfSitting
  for (const { column } of covered) objective[column] = worthOfExpertise
  const told = toldOf(given, unknowns)
  const seated =
    same === undefined
      ? []
      : [
          ...forSomething(unknowns),
          row(same, Number.POSITIVE_INFINITY, [told.get(true) ?? [], 1], [told.get(false) ?? [], -1]),
        ]
  const reached = [row(placed, placed, [placing, 1]), ...staying(given, unknowns, kept), ...seated]
  return program(count, objective, [...rows, ...reached])
}

/** A value for each unknown. */
export type Values = ArrayLike<number>

/** The unknowns that are chosen by values. */
export const chosen = <Unknown extends Columned>(unknowns: readonly Unknown[], values: Values): readonly Unknown[] =>
  unknowns.filter(({ column }) => (values[column] ?? 0) > 0.5)

/** What values are worth in a program. */
export const worthOf = ({ objective }: LinearProgram, values: Values): number =>
  objective.reduce((sum, each, column) => sum + each * (values[column] ?? 0), 0)

/** The same values without those who sit where nothing is. */
export function withoutIdle({ placing, sitting }: Unknowns, values: Values): Values {
  const busy = new Set(chosen(placing, values).map(({ session }) => session))
  const tidied = Float64Array.from(values)
  for (const { session, column } of sitting) if (!busy.has(session)) tidied[column] = 0
  return tidied
}

/** The values that mean a draft. */
export function valuesOf({ interviews, members }: TimetableCase, unknowns: Unknowns, draft: Draft): Float64Array {
  const values = new Float64Array(unknowns.count)
  const set = (unknown: Columned, is: boolean): void => {
    values[unknown.column] = is ? 1 : 0
  }
  for (const placing of unknowns.placing) set(placing, draft.sessionOf[placing.interview] === placing.session)
  for (const sitting of unknowns.sitting) set(sitting, sits(draft, sitting.member, sitting.session))
  for (const held of unknowns.held) set(held, draft.inSession[held.session]?.length !== 0)
  for (const covered of unknowns.covered) {
    const { interview, session, expertise } = covered
    const knows = members.some(
      (member, place) =>
        sits(draft, place, session) &&
        member.expertise.includes(expertise) &&
        interviews[interview]?.conflicts.includes(member.id) === false,
    )
    set(covered, draft.sessionOf[interview] === session && knows)
  }
  return values
}
