import { gapWords } from '../../../src/core/interviews/index.ts'
import type { Solve } from '../../../src/core/solver/linear-program.ts'
import { brokenRule, planInterviews, type TimetableCase } from '../../../src/core/timetable/index.ts'
import { firstLook } from '../../../src/features/decisions/interviewing/request-timetable.ts'

export type Measured = {
  readonly what: string
  readonly targetMilliseconds: number
  readonly milliseconds: number
  readonly cpuMilliseconds: number
  readonly found: string
  readonly holds: boolean
}

/** A round of interviews as they are: nine members, half-day sessions of four, conflicts, and what each is about. */
function caseOf(count: number, rooms: number, days: number): TimetableCase {
  let state = 7
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const sessions = Array.from({ length: days * 2 * rooms }, (_, at) => ({
    id: `S${at}`,
    halfDay: `H${Math.floor(at / rooms)}`,
    room: `R${at % rooms}`,
    slots: 4,
  }))
  const fields = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const members = Array.from({ length: 9 }, (_, at) => ({
    id: `M${at}`,
    chair: at < 4,
    expertise: fields.filter(() => chance() < 0.4),
    available: sessions.filter(() => chance() < 0.8).map(({ id }) => id),
  }))
  const interviews = Array.from({ length: count }, (_, at) => ({
    id: `I${at}`,
    conflicts: members.filter(() => chance() < 0.06).map(({ id }) => id),
    needsExpertise: fields.filter(() => chance() < 0.25),
  }))
  return { interviews, members, sessions, quorum: 3, seed: 1 }
}

const sizes = [
  { count: 20, rooms: 1, days: 4, targetMilliseconds: 3_000 },
  { count: 30, rooms: 2, days: 3, targetMilliseconds: 3_000 },
  { count: 60, rooms: 2, days: 5, targetMilliseconds: 30_000 },
] as const

/** Timetables of 20, 30 and 60 interviews as the first look gives them. */
export function measureTimetables(solve: Solve): readonly Measured[] {
  // Once, so that what is measured is the solver and not its loading.
  planInterviews(caseOf(8, 1, 1), solve)
  return sizes.map(({ count, rooms, days, targetMilliseconds }) => {
    const given = caseOf(count, rooms, days)
    const cpu = process.cpuUsage()
    const started = performance.now()
    const { placed, gap } = planInterviews(given, solve, firstLook.nodes, firstLook.withinGap)
    const milliseconds = performance.now() - started
    const { user, system } = process.cpuUsage(cpu)
    return {
      what: `${count} interviews in ${days * 2 * rooms} sessions`,
      targetMilliseconds,
      milliseconds,
      cpuMilliseconds: (user + system) / 1_000,
      found: `${placed.length} placed, ${gapWords(gap)}`,
      holds: brokenRule(given, placed) === undefined,
    }
  })
}
