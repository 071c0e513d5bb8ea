import { tieBreak } from '../random/tie-break.ts'
import type { LinearProgram, Row } from '../solver/linear-program.ts'
import { hears, publishedIn, suits, type TimetableCase } from './timetable-case.ts'

/** The unknowns, by their columns: who sits where, what is where, and whose wanted expertise is in the room. */
export type Unknowns = {
  readonly placing: readonly { readonly interview: number; readonly session: number; readonly column: number }[]
  readonly sitting: readonly { readonly member: number; readonly session: number; readonly column: number }[]
  readonly covered: readonly { readonly interview: number; readonly expertise: string; readonly column: number }[]
  /** Whether a session is held at all: it says early how many sittings there must be. */
  readonly held: readonly { readonly session: number; readonly column: number }[]
  readonly count: number
}

/** How much somebody with the wanted expertise is worth, and what each sitting of a member costs. */
const worthOfExpertise = 5
const costOfSitting = 0.5
/** Less than any of those, all together. */
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
  const covered = interviews.flatMap(({ needsExpertise }, place) =>
    [...new Set(needsExpertise)].map((expertise) => ({ interview: place, expertise, column: next() })),
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
  const once = interviews.map((_, place) => row(0, 1, [placing.filter(({ interview }) => interview === place), 1]))
  const sessionRows = held.flatMap((hold) => {
    const { session } = hold
    const there = sitting.filter((sits) => sits.session === session)
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
      const sits = members[member]
      return session === place.session && interview !== undefined && sits !== undefined && hears(interview, sits)
    })
    const chairs = free.filter(({ member }) => members[member]?.chair === true)
    const wanted = covered.filter(({ interview: of }) => of === place.interview)
    return [
      row(0, Number.POSITIVE_INFINITY, [free, 1], [[place], -quorum]),
      row(0, Number.POSITIVE_INFINITY, [chairs, 1], [[place], -1]),
      ...wanted.map((cover) => {
        const experts = free.filter(({ member }) => members[member]?.expertise.includes(cover.expertise) === true)
        return row(Number.NEGATIVE_INFINITY, 1, [[cover, place], 1], [experts, -1])
      }),
    ]
  })
  // Expertise counts for an interview that has a place alone.
  const placed = covered.map((cover) =>
    row(
      0,
      Number.POSITIVE_INFINITY,
      [placing.filter(({ interview }) => interview === cover.interview), 1],
      [[cover], -1],
    ),
  )
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
  return [...once, ...sessionRows, ...heard, ...placed, ...oneRoom, ...most].filter(({ columns }) => columns.length > 0)
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

/** The second: with so many placed and kept, expertise in the room and few sittings. */
export function preferringProgram(
  given: TimetableCase,
  unknowns: Unknowns,
  rows: readonly Row[],
  { placed, kept }: { readonly placed: number; readonly kept: number },
): LinearProgram {
  const { interviews, sessions, seed } = given
  const { placing, sitting, covered, count } = unknowns
  const objective = new Float64Array(count)
  const nudge = mostNudge / Math.max(1, interviews.length)
  for (const { column, interview, session } of placing)
    objective[column] = nudge * tieBreak(seed, interviews[interview]?.id ?? '', sessions[session]?.id ?? '')
  for (const { column } of sitting) objective[column] = -costOfSitting
  for (const { column } of covered) objective[column] = worthOfExpertise
  const staying = kept === 0 ? [] : [row(kept, Number.POSITIVE_INFINITY, [keptOf(given, unknowns), 1])]
  return program(count, objective, [...rows, row(placed, placed, [placing, 1]), ...staying])
}
