import type { Placed } from './read-timetable.ts'
import type { Sitting } from './timetable-case.ts'

/** A member who sits otherwise than they were told: in which sessions no more, and in which besides. */
export type SeatChange = {
  readonly member: string
  readonly leaves: readonly string[]
  readonly joins: readonly string[]
}

/**
 * Who sits otherwise than they were told, in the order of what was told and then of the timetable.
 *
 * @example seatChanges([{ member: 'Ann', session: 'Monday' }], []) // => [{ member: 'Ann', leaves: ['Monday'], joins: [] }]
 */
export function seatChanges(told: readonly Sitting[], placed: readonly Placed[]): readonly SeatChange[] {
  const now = placed.flatMap(({ session, members, recused }) =>
    [...members, ...recused].map((member) => ({ member, session })),
  )
  return [...new Set([...told, ...now].map(({ member }) => member))].flatMap((member) => {
    const sessionsIn = (sittings: readonly Sitting[]) =>
      new Set(sittings.filter((each) => each.member === member).map(({ session }) => session))
    const [before, after] = [sessionsIn(told), sessionsIn(now)]
    const leaves = [...before].filter((session) => !after.has(session))
    const joins = [...after].filter((session) => !before.has(session))
    return leaves.length + joins.length === 0 ? [] : [{ member, leaves, joins }]
  })
}
