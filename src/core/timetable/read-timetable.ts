import { chosen, type Unknowns, type Values } from './sitting-program.ts'
import { hears, publishedIn, type TimetableCase } from './timetable-case.ts'

/** An interview with its place. */
export type Placed = {
  readonly interview: string
  readonly session: string
  /** In its session, from 1. */
  readonly slot: number
  /** Who is in the room. */
  readonly members: readonly string[]
  /** Who sits in the session and leaves the room for this one. */
  readonly recused: readonly string[]
  /** Wanted expertise that nobody in the room has. */
  readonly missingExpertise: readonly string[]
}

/** The timetable that values of the unknowns mean. */
export function placedIn(given: TimetableCase, unknowns: Unknowns, values: Values): readonly Placed[] {
  const { interviews, sessions, members } = given
  const sitting = chosen(unknowns.sitting, values)
  const slots = slotsOf(given, unknowns, values)
  return chosen(unknowns.placing, values).map(({ interview: place, session, column }) => {
    const slot = slots.get(column) ?? 0
    const interview = interviews[place]
    if (interview === undefined) throw new Error('an interview without a place in the case')
    const there = sitting.filter((sits) => sits.session === session).flatMap(({ member }) => members[member] ?? [])
    const inRoom = there.filter((member) => hears(interview, member))
    return {
      interview: interview.id,
      session: sessions[session]?.id ?? '',
      slot,
      members: inRoom.map(({ id }) => id),
      recused: there.filter((member) => !hears(interview, member)).map(({ id }) => id),
      missingExpertise: interview.needsExpertise.filter(
        (expertise) => !inRoom.some((member) => member.expertise.includes(expertise)),
      ),
    }
  })
}

/** The slot of each that is placed, by its column: those that stay have their own, the others what is free, in order. */
function slotsOf({ interviews, sessions, published }: TimetableCase, { placing }: Unknowns, values: Values) {
  const slots = new Map<number, number>()
  for (const [at, of] of Map.groupBy(chosen(placing, values), ({ session }) => session)) {
    const taken = new Set<number>()
    const session = sessions[at]
    const others = of.filter(({ interview, column }) => {
      const id = interviews[interview]?.id ?? ''
      const stays = session === undefined ? undefined : publishedIn({ published }, id, session)
      if (stays === undefined || taken.has(stays.slot)) return true
      slots.set(column, stays.slot)
      taken.add(stays.slot)
      return false
    })
    let next = 1
    for (const { column } of others) {
      while (taken.has(next)) next += 1
      slots.set(column, next)
      taken.add(next)
    }
  }
  return slots
}
