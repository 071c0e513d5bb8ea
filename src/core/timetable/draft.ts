import type { CountedCase } from './counted-case.ts'

/** A timetable that is being changed, by places in the case. */
export type Draft = {
  readonly given: CountedCase
  /** Of each interview; −1 for none. */
  readonly sessionOf: Int32Array
  /** The interviews of each session. */
  readonly inSession: readonly number[][]
  /** Of each session, 1 for each member that sits in it. */
  readonly sitting: readonly Uint8Array[]
  /** Of each member, in how many sessions they sit. */
  readonly sittings: Int32Array
}

/** What counts, and how much. */
export type Weights = {
  readonly heard: number
  readonly stays: number
  /** A member who sits where they were told, or does not sit where they were not. */
  readonly same: number
  readonly expertise: number
  readonly sitting: number
}

export const emptyDraft = (given: CountedCase): Draft => ({
  given,
  sessionOf: new Int32Array(given.suiting.length).fill(-1),
  inSession: given.slots.map(() => []),
  sitting: given.slots.map(() => new Uint8Array(given.chair.length)),
  sittings: new Int32Array(given.chair.length),
})

export function place({ sessionOf, inSession }: Draft, interview: number, session: number): void {
  const before = inSession[sessionOf[interview] as number]
  before?.splice(before.indexOf(interview), 1)
  sessionOf[interview] = session
  inSession[session]?.push(interview)
}

/** Who sits rises, and who does not sits down. */
export function change({ sitting, sittings }: Draft, member: number, session: number): void {
  const there = sitting[session] as Uint8Array
  const sits = there[member] === 1 ? 0 : 1
  there[member] = sits
  sittings[member] = (sittings[member] as number) + (sits === 1 ? 1 : -1)
}

export const sits = ({ sitting }: Draft, member: number, session: number): boolean => sitting[session]?.[member] === 1

/** How many of those that sit in a session may hear an interview, and whether one of them chairs. */
export function roomFor({ given, sitting }: Draft, interview: number, session: number) {
  const there = sitting[session] as Uint8Array
  const hearing = given.hearing[interview] as Uint8Array
  let [count, chaired] = [0, false]
  for (let member = 0; member < there.length; member += 1) {
    if (there[member] === 0 || hearing[member] === 0) continue
    count += 1
    chaired ||= given.chair[member] === true
  }
  return { count, chaired, heard: count >= given.quorum && chaired }
}

/** A quorum that is half there, or a chair, is worth a little: it leads to one. */
const shareOfNearness = 0.05

/** What a session adds to the whole. */
export function worthOfSession(
  draft: Draft,
  session: number,
  { heard, stays, same, expertise, sitting }: Weights,
): number {
  const { given } = draft
  const there = draft.sitting[session] as Uint8Array
  const told = draft.inSession[session]?.length === 0 ? undefined : given.told?.[session]
  let worth = 0
  for (let member = 0; member < there.length; member += 1) {
    if (there[member] === 0) continue
    worth += (told?.[member] === 1 ? same : -same) - sitting
  }
  for (const interview of draft.inSession[session] ?? []) {
    const room = roomFor(draft, interview, session)
    if (!room.heard) {
      const near = Math.min(room.count, given.quorum) / given.quorum + (room.chaired ? 1 : 0)
      worth += shareOfNearness * heard * near
      continue
    }
    worth += heard + (given.published[interview] === session ? stays : 0)
    for (const experts of given.experts[interview] ?? [])
      if (experts.some((member) => there[member] === 1)) worth += expertise
  }
  return worth
}

/** Takes out what is not heard, and then who is there for nothing. */
export function tidy(draft: Draft, weights: Weights): void {
  draft.sessionOf.forEach((session, interview) => {
    if (session >= 0 && !roomFor(draft, interview, session).heard) place(draft, interview, -1)
  })
  draft.sitting.forEach((there, session) => {
    for (let member = 0; member < there.length; member += 1) {
      if (there[member] === 0) continue
      const before = worthOfSession(draft, session, weights)
      change(draft, member, session)
      if (worthOfSession(draft, session, weights) < before) change(draft, member, session)
    }
  })
}
