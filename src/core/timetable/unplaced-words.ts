import { plainList } from '../text/plain-list.ts'
import type { Cause, Room } from './explain-unplaced.ts'

/** What people call members and sessions. */
export type Called = { readonly member: (id: string) => string; readonly session: (id: string) => string }

/** Who are called by their ids. */
export const calledById: Called = { member: (id) => id, session: (id) => id }

/** The names of more sessions than these nobody reads. */
const mostNamed = 3

/**
 * Why interviews have no place, which have one cause, in one sentence with what would free a place.
 *
 * @example unplacedWords(['A', 'B'], { kind: 'no-session-suits' }, calledById) // => 'A and B have no place: no session suits them. Ask for other times.'
 */
export function unplacedWords(interviews: readonly string[], cause: Cause, called: Called): string {
  const one = interviews.length === 1
  const [has, it] = one ? ['has', 'it'] : ['have', 'them']
  const none = `${plainList(interviews)} ${has} no place`
  switch (cause.kind) {
    case 'no-session-suits':
      return `${none}: no session suits ${it}. Ask for other times.`
    case 'nobody-comes':
      return `${none}: no member can come to any session. Ask the members when they can come.`
    case 'no-quorum': {
      const members = cause.quorum === 1 ? 'a member' : `${cause.quorum} members`
      return `${none}: ${noneOf(cause.sessions, it, called)} has ${members} who may hear ${it}.${leavingWords(cause.leaving, it, called)} Add a member who is free then, or ask for other times.`
    }
    case 'no-chair':
      return `${none}: ${noneOf(cause.sessions, it, called)} has a chair who may hear ${it}.${leavingWords(cause.leaving, it, called)} Add a chair who is free then, or ask for other times.`
    case 'beside-others':
      return `${none} beside the others. ${
        cause.room.length === 0
          ? `No single slot or member more would make room for ${it}: add a session.`
          : `There would be room with ${plainList(
              cause.room.map((room) => roomWords(room, called)),
              'or',
            )}.`
      }`
  }
}

const roomWords = (room: Room, called: Called): string =>
  room.kind === 'slot'
    ? `one more slot in ${called.session(room.session)}`
    : `${called.member(room.member)} in ${called.session(room.session)}`

const noneOf = (sessions: readonly string[], it: string, called: Called): string =>
  sessions.length > mostNamed
    ? `none of the ${sessions.length} sessions that suit ${it}`
    : `none of ${plainList(sessions.map(called.session))}`

const leavingWords = (members: readonly string[], it: string, called: Called): string =>
  members.length === 0 ? '' : ` ${plainList(members.map(called.member))} must leave the room for ${it}.`
