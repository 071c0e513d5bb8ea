import { gapWords } from '../../../src/core/interviews/index.ts'
import type { Solve } from '../../../src/core/solver/linear-program.ts'
import { planInterviews, type TimetableCase } from '../../../src/core/timetable/index.ts'
import { firstLook } from '../../../src/features/decisions/interviewing/request-timetable.ts'
import { wrongWith } from '../../reference/wrong-with-timetable.ts'
import { type Row, shortest } from '../targets.ts'

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
export const measureTimetables = (solve: Solve): readonly Row[] =>
  sizes.map(({ count, rooms, days, targetMilliseconds }) => {
    const given = caseOf(count, rooms, days)
    const { nodes, withinGap } = firstLook
    const { result, ...times } = shortest(2, () => planInterviews(given, solve, nodes, withinGap))
    const wrong = wrongWith(given, result.placed)
    return {
      what: `${count} interviews in ${days * 2 * rooms} sessions`,
      targetMilliseconds,
      ...times,
      found: `${result.placed.length} placed, ${gapWords(result.gap)}`,
      check: wrong[0] ?? 'it keeps every rule, by a checker that was written apart',
      holds: wrong.length === 0,
    }
  })
