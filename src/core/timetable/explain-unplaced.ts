import { plainList } from '../text/plain-list.ts'
import { hears, type Interview, type Session, suits, type TimetableCase } from './timetable-case.ts'

/** Why an interview has no place, in a sentence with what would free one. */
export type Unplaced = { readonly interview: string; readonly text: string }

/** More changes than these nobody reads. */
const mostChanges = 3

/** Nor the names of more sessions than these. */
const mostNamed = 3

/**
 * Says of each interview without a place what keeps it out: that no session could hold it even alone, or which single
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
  let shared: string | undefined
  return those.map((interview) => {
    const alone = hinderedAlone(given, interview)
    if (alone !== undefined) return { interview: interview.id, text: alone }
    shared ??= changesWords(changesThatHelp(given, placesMore))
    return { interview: interview.id, text: `${interview.id} has no place beside the others. ${shared}` }
  })
}

/** Why no session could hold it even if there were no other; undefined when one could. */
function hinderedAlone(given: TimetableCase, interview: Interview): string | undefined {
  const { id } = interview
  const suiting = given.sessions.filter((session) => suits(interview, session) && session.slots > 0)
  if (suiting.length === 0) return `${id} has no place: no session suits it. Ask for other times.`
  const room = (session: Session) =>
    given.members.filter(
      (member) => member.available.includes(session.id) && hears(interview, member) && (member.maxSessions ?? 1) > 0,
    )
  if (!given.sessions.some(({ id: session }) => given.members.some(({ available }) => available.includes(session))))
    return `${id} has no place: no member can come to any session. Ask the members when they can come.`
  const enough = suiting.filter((session) => room(session).length >= given.quorum)
  const held = interview.conflicts.length === 0 ? '' : ` ${plainList(interview.conflicts)} must leave the room for it.`
  if (enough.length === 0)
    return `${id} has no place: ${noneOf(suiting)} has ${given.quorum === 1 ? 'a member' : `${given.quorum} members`} who may hear it.${held} Add a member who is free then, or ask for other times.`
  if (!enough.some((session) => room(session).some(({ chair }) => chair)))
    return `${id} has no place: ${noneOf(enough)} has a chair who may hear it.${held} Add a chair who is free then, or ask for other times.`
  return undefined
}

/** Sessions by name where they are few: a long list says no more than its length. */
const noneOf = (sessions: readonly Session[]): string =>
  sessions.length > mostNamed
    ? `none of the ${sessions.length} sessions that suit it`
    : `none of ${plainList(sessions.map(({ id }) => id))}`

type Change = { readonly words: string; readonly given: TimetableCase }

function changesThatHelp(given: TimetableCase, placesMore: (given: TimetableCase) => boolean): readonly string[] {
  const helping: string[] = []
  for (const { words, given: changed } of singleChanges(given)) {
    if (helping.length === mostChanges) break
    if (placesMore(changed)) helping.push(words)
  }
  return helping
}

/** One slot more in a session, or one member more in a session: the cheap ones first. */
function singleChanges(given: TimetableCase): readonly Change[] {
  const { sessions, members } = given
  const slots = sessions.map((session) => ({
    words: `one more slot in ${session.id}`,
    given: {
      ...given,
      sessions: sessions.map((each) => (each === session ? { ...each, slots: each.slots + 1 } : each)),
    },
  }))
  const sittings = members.flatMap((member) =>
    sessions
      .filter(({ id }) => !member.available.includes(id) || member.maxSessions !== undefined)
      .map(({ id }) => ({
        words: `${member.id} in ${id}`,
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

const changesWords = (changes: readonly string[]): string =>
  changes.length === 0
    ? 'No single slot or member more would make room for it: add a session.'
    : `There would be room with ${plainList(changes, 'or')}.`
