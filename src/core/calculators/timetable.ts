import { count, flag, list, object, optional, pointer, type ShapeProblem, text } from '../canonical/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import {
  calledById,
  type Interview,
  type Member,
  planInterviews,
  type Session,
  type TimetableCase,
  unplacedWords,
} from '../timetable/index.ts'
import type { Calculation } from './calculation.ts'
import { repeatedIds, wholeNumber } from './shapes.ts'

type GivenInterview = Pick<Interview, 'id' | 'sessions'> & Partial<Pick<Interview, 'conflicts' | 'needsExpertise'>>
type GivenMember = Pick<Member, 'id' | 'available' | 'maxSessions'> & Partial<Pick<Member, 'chair' | 'expertise'>>

type Input = Pick<TimetableCase, 'sessions' | 'quorum'> & {
  readonly interviews: readonly GivenInterview[]
  readonly members: readonly GivenMember[]
} & Partial<Pick<TimetableCase, 'seed'>>

const shape = object<Input>({
  interviews: list(
    object<GivenInterview>({
      id: text,
      conflicts: optional(list(text)),
      needsExpertise: optional(list(text)),
      sessions: optional(list(text)),
    }),
  ),
  members: list(
    object<GivenMember>({
      id: text,
      chair: optional(flag),
      expertise: optional(list(text)),
      available: list(text),
      maxSessions: optional(count(0)),
    }),
  ),
  sessions: list(object<Session>({ id: text, halfDay: text, room: text, slots: count(0) })),
  quorum: count(1),
  seed: optional(wholeNumber),
})

/**
 * Places interviews.
 *
 * @param input `{ interviews: [{ id, conflicts?, needsExpertise?, sessions? }], members: [{ id, chair?, expertise?, available, maxSessions? }], sessions: [{ id, halfDay, room, slots }], quorum, seed? }`
 * @returns `{ status, unplaced, placed: [{ interview, session, slot, members, recused, missingExpertise }], gap, because }`
 */
export function calculateTimetable(input: unknown, solve: Solve): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { seed = 1, ...rest } = input as Input
  const given: TimetableCase = {
    ...rest,
    interviews: rest.interviews.map((interview) => ({ conflicts: [], needsExpertise: [], ...interview })),
    members: rest.members.map((member) => ({ chair: false, expertise: [], ...member })),
    seed,
  }
  const wrong = [...idProblems(given), ...referenceProblems(given)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const { gap, because, ...timetable } = planInterviews(given, solve)
  const output = {
    ...timetable,
    gap: Number.isFinite(gap) ? gap : null,
    because: because.map(({ interview, cause }) => ({
      interview,
      text: unplacedWords([interview], cause, calledById),
      cause,
    })),
  }
  return { ok: true, output }
}

const idProblems = (given: TimetableCase): readonly ShapeProblem[] =>
  (['interviews', 'members', 'sessions'] as const).flatMap((of) =>
    repeatedIds(
      given[of].map(({ id }) => id),
      (place) => `${pointer(`/${of}`, place)}/id`,
    ),
  )

function referenceProblems({ interviews, members, sessions }: TimetableCase): readonly ShapeProblem[] {
  const known = {
    member: new Set(members.map(({ id }) => id)),
    session: new Set(sessions.map(({ id }) => id)),
  }
  const unknown = (what: keyof typeof known, ids: readonly string[], at: string): readonly ShapeProblem[] =>
    ids.flatMap((id, place) =>
      known[what].has(id) ? [] : [{ at: pointer(at, place), text: `there is no ${what} “${id}”` }],
    )
  return [
    ...interviews.flatMap(({ conflicts, sessions: suiting = [] }, place) => [
      ...unknown('member', conflicts, `${pointer('/interviews', place)}/conflicts`),
      ...unknown('session', suiting, `${pointer('/interviews', place)}/sessions`),
    ]),
    ...members.flatMap(({ available }, place) =>
      unknown('session', available, `${pointer('/members', place)}/available`),
    ),
  ]
}
