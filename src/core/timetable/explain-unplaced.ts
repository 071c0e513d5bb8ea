import { hears, type Interview, type Session, suits, type TimetableCase } from './timetable-case.ts'

/** What keeps an interview out. Sessions, members and interviews are named by their ids. */
export type Cause =
  | { readonly kind: 'no-session-suits' }
  | { readonly kind: 'nobody-comes' }
  /** In none of these sessions are so many members who may hear it, or a chair among them. */
  | {
      readonly kind: 'no-quorum'
      readonly sessions: readonly string[]
      readonly quorum: number
      readonly leaving: readonly string[]
    }
  | { readonly kind: 'no-chair'; readonly sessions: readonly string[]; readonly leaving: readonly string[] }
  /** It could be held alone. Any of these would make room; none: no single slot or member more would. */
  | { readonly kind: 'beside-others'; readonly room: readonly Room[] }

/** What would make room for one interview more: a slot in a session, or a member in one. */
export type Room =
  | { readonly kind: 'slot'; readonly session: string }
  | { readonly kind: 'member'; readonly session: string; readonly member: string }

/** Why an interview has no place. */
export type Unplaced = { readonly interview: string; readonly cause: Cause }

/** More ways than these nobody reads. */
const mostRoom = 3

/**
 * Finds for each interview without a place what keeps it out: that no session could hold it even alone, or which single
 * change would make room for one more.
 *
 * @param placesMore whether more interviews of a case than are placed now can be
 */
export function explainUnplaced(
  given: TimetableCase,
  unplaced: readonly string[],
  placesMore: (given: TimetableCase) => boolean,
): readonly Unplaced[] {
  const those = given.interviews.filter(({ id }) => unplaced.includes(id))
  let shared: Cause | undefined
  return those.map((interview) => {
    const alone = hinderedAlone(given, interview)
    if (alone !== undefined) return { interview: interview.id, cause: alone }
    shared ??= { kind: 'beside-others', room: roomThatHelps(given, placesMore) }
    return { interview: interview.id, cause: shared }
  })
}

/** Why no session could hold it even if there were no other; undefined when one could. */
function hinderedAlone(given: TimetableCase, interview: Interview): Cause | undefined {
  const suiting = given.sessions.filter((session) => suits(interview, session) && session.slots > 0)
  if (suiting.length === 0) return { kind: 'no-session-suits' }
  const room = (session: Session) =>
    given.members.filter(
      (member) => member.available.includes(session.id) && hears(interview, member) && (member.maxSessions ?? 1) > 0,
    )
  if (!given.sessions.some(({ id: session }) => given.members.some(({ available }) => available.includes(session))))
    return { kind: 'nobody-comes' }
  const enough = suiting.filter((session) => room(session).length >= given.quorum)
  const about = (sessions: readonly Session[]) => ({
    sessions: sessions.map(({ id }) => id),
    leaving: interview.conflicts,
  })
  if (enough.length === 0) return { kind: 'no-quorum', quorum: given.quorum, ...about(suiting) }
  if (!enough.some((session) => room(session).some(({ chair }) => chair))) return { kind: 'no-chair', ...about(enough) }
  return undefined
}

type Change = { readonly room: Room; readonly given: TimetableCase }

function roomThatHelps(given: TimetableCase, placesMore: (given: TimetableCase) => boolean): readonly Room[] {
  const helping: Room[] = []
  for (const { room, given: changed } of singleChanges(given)) {
    if (helping.length === mostRoom) break
    if (placesMore(changed)) helping.push(room)
  }
  return helping
}

/** One slot more in a session, or one member more in a session: the cheap ones first. */
function singleChanges(given: TimetableCase): readonly Change[] {
  const { sessions, members } = given
  const slots = sessions.map((session) => ({
    room: { kind: 'slot', session: session.id } as const,
    given: {
      ...given,
      sessions: sessions.map((each) => (each === session ? { ...each, slots: each.slots + 1 } : each)),
    },
  }))
  const sittings = members.flatMap((member) =>
    sessions
      .filter(({ id }) => !member.available.includes(id) || member.maxSessions !== undefined)
      .map(({ id }) => ({
        room: { kind: 'member', session: id, member: member.id } as const,
        given: {
          ...given,
          members: members.map((each) =>
            each === member
              ? {
                  ...each,
                  available: [...new Set([...each.available, id])],
                  maxSessions: each.maxSessions === undefined ? undefined : each.maxSessions + 1,
                }
              : each,
          ),
        },
      })),
  )
  return [...slots, ...sittings]
}
