import {
  hears,
  type Interview,
  isTold,
  publishedIn,
  type Session,
  suits,
  type TimetableCase,
} from './timetable-case.ts'

/** A case by places instead of ids, for counting. */
export type CountedCase = {
  /** How many may be in each session, and in which half-day it is. */
  readonly slots: readonly number[]
  readonly halfDay: readonly number[]
  /** Of each session, the members that can come. */
  readonly available: readonly (readonly number[])[]
  readonly chair: readonly boolean[]
  readonly mostSessions: readonly number[]
  readonly quorum: number
  /** Of each interview, the sessions that suit it and in which, if it were the only one, it could be heard. */
  readonly suiting: readonly (readonly number[])[]
  /** Of each interview, 1 for each member that may hear it. */
  readonly hearing: readonly Uint8Array[]
  /** Of each interview and each thing that somebody should know, the members who do and may hear it. */
  readonly experts: readonly (readonly (readonly number[])[])[]
  /** The session where people know it to be; −1 where they know of none. */
  readonly published: readonly number[]
  /** Of each session, 1 for each member who has been told that they sit in it; undefined where nobody has been told. */
  readonly told: readonly Uint8Array[] | undefined
}

export function countedCase(given: TimetableCase): CountedCase {
  const { interviews, members, sessions, quorum } = given
  const halfDays = [...new Set(sessions.map(({ halfDay }) => halfDay))]
  const places = <Item>(items: readonly Item[], is: (item: Item) => boolean): readonly number[] =>
    items.flatMap((item, place) => (is(item) ? [place] : []))
  const couldHear = (interview: Interview, { id }: Session): boolean => {
    const room = members.filter((member) => member.available.includes(id) && hears(interview, member))
    return room.length >= quorum && room.some(({ chair }) => chair)
  }
  return {
    slots: sessions.map(({ slots }) => slots),
    halfDay: sessions.map(({ halfDay }) => halfDays.indexOf(halfDay)),
    available: sessions.map(({ id }) => places(members, ({ available }) => available.includes(id))),
    chair: members.map(({ chair }) => chair),
    mostSessions: members.map(({ maxSessions }) => maxSessions ?? sessions.length),
    quorum,
    suiting: interviews.map((interview) =>
      places(sessions, (session) => suits(interview, session) && session.slots > 0 && couldHear(interview, session)),
    ),
    hearing: interviews.map((interview) => Uint8Array.from(members, (member) => (hears(interview, member) ? 1 : 0))),
    experts: interviews.map((interview) =>
      [...new Set(interview.needsExpertise)].map((need) =>
        places(members, (member) => member.expertise.includes(need) && hears(interview, member)),
      ),
    ),
    published: interviews.map(({ id }) =>
      sessions.findIndex((session) => publishedIn(given, id, session) !== undefined),
    ),
    told:
      given.told &&
      sessions.map(({ id: session }) =>
        Uint8Array.from(members, ({ id }) => Number(isTold(given, { member: id, session }))),
      ),
  }
}
