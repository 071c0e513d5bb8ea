import type { Placed } from './read-timetable.ts'
import { suits, type TimetableCase } from './timetable-case.ts'

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
