import type { CountedCase } from './counted-case.ts'
import { costOfSitting, worthOfExpertise } from './sitting-program.ts'

/** What no timetable of a case can pass, by counting each interview alone. */
export type AtMost = {
  readonly placed: number
  readonly kept: number
  /** Sittings as members were told of them, less those of which they were not. */
  readonly same: number
  /** With so many placed: expertise in the room less what sittings cost. */
  readonly worth: (placed: number) => number
}

export function atMost({ slots, available, quorum, suiting, hearing, experts, published, told }: CountedCase): AtMost {
  const covered = suiting.map((sessions, interview) => {
    const coveredIn = (session: number): number => {
      const room = (available[session] ?? []).filter((member) => hearing[interview]?.[member] === 1)
      return (experts[interview] ?? []).filter((each) => each.some((member) => room.includes(member))).length
    }
    return sessions.reduce((most, session) => Math.max(most, coveredIn(session)), 0)
  })
  const all = slots.reduce((sum, each) => sum + each, 0)
  return {
    placed: Math.min(all, suiting.filter((sessions) => sessions.length > 0).length),
    kept: published.filter((session, interview) => suiting[interview]?.includes(session) === true).length,
    same: available.reduce(
      (sum, members, session) => sum + members.filter((member) => told?.[session]?.[member] === 1).length,
      0,
    ),
    worth: (placed) => {
      const most = covered.toSorted((one, other) => other - one).slice(0, placed)
      const expertise = most.reduce((sum, each) => sum + each, 0)
      return worthOfExpertise * expertise - costOfSitting * quorum * fewestSessions(slots, placed)
    },
  }
}

/** How many sessions at least hold so many. */
function fewestSessions(slots: readonly number[], placed: number): number {
  let [count, room] = [0, 0]
  for (const each of slots.toSorted((one, other) => other - one)) {
    if (room >= placed) break
    room += each
    count += 1
  }
  return count
}
