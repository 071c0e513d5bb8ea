import { type Random, randomFrom } from '../random/random.ts'
import type { AtMost } from './at-most.ts'
import type { CountedCase } from './counted-case.ts'
import { change, type Draft, emptyDraft, place, sits, tidy, type Weights, worthOfSession } from './draft.ts'
import { costOfSitting, worthOfExpertise } from './sitting-program.ts'

/** How many changes are tried in a run, for each interview. */
const triesEach = 1_500
/** Of each run: a change is taken when it is no worse than what there was so many tries before. */
const memories = [10, 30, 60]

/**
 * A timetable by trying changes, the same for the same case: a change is kept when it makes it no worse than it is, or than it
 * was a while ago, so that it can leave what no single change makes better. It is quick and mostly near to the best, without
 * saying how near. It ends early where counting says that nothing is better.
 *
 * @see Burke and Bykov 2017, The late acceptance hill-climbing heuristic
 */
export function tryChanges(counted: CountedCase, { placed, kept, same, worth }: AtMost, seed: number): Draft {
  const weights = weightsOf(counted)
  const enough = placed * weights.heard + kept * weights.stays + same * weights.same + worth(placed)
  let [best, most] = [emptyDraft(counted), 0]
  for (const [run, memory] of memories.entries()) {
    const draft = climb(counted, weights, { memory, enough, random: randomFrom(seed, run) })
    const reached = worthOf(draft, weights)
    if (reached > most) [best, most] = [draft, reached]
    if (reached >= enough) break
  }
  return best
}

/** One interview more is worth more than all that stay, one that stays more than all who sit as told, one of those more than all that is preferred. */
function weightsOf({ experts, available, published, told }: CountedCase): Weights {
  const sittings = available.reduce((sum, members) => sum + members.length, 0)
  const needs = experts.reduce((sum, each) => sum + each.length, 0)
  const preferred = 1 + needs * worthOfExpertise + sittings * costOfSitting
  const same = told === undefined ? 0 : preferred
  const stays = preferred + same * sittings
  const known = published.filter((session) => session >= 0).length
  return { heard: stays * (known + 1), stays, same, expertise: worthOfExpertise, sitting: costOfSitting }
}

const worthOf = (draft: Draft, weights: Weights): number =>
  draft.inSession.reduce((sum, _, session) => sum + worthOfSession(draft, session, weights), 0)

/** What a change did: how to undo it, the last first, and in which sessions. */
type Trace = { readonly undo: (() => void)[]; readonly sessions: Set<number> }

type Climb = { readonly memory: number; readonly enough: number; readonly random: Random }

function climb(counted: CountedCase, weights: Weights, { memory, enough, random }: Climb): Draft {
  const draft = emptyDraft(counted)
  fill(draft)
  const worths = draft.inSession.map((_, session) => worthOfSession(draft, session, weights))
  let now = worths.reduce((sum, worth) => sum + worth, 0)
  const before = new Float64Array(memory).fill(now)
  const tries = triesEach * counted.suiting.length
  for (let attempt = 0; attempt < tries && now < enough; attempt += 1) {
    const trace: Trace = { undo: [], sessions: new Set() }
    changeSomething(draft, random, trace)
    const changed = [...trace.sessions].map((session) => [session, worthOfSession(draft, session, weights)] as const)
    const next = changed.reduce((sum, [session, worth]) => sum + worth - (worths[session] as number), now)
    const at = attempt % memory
    if (next >= Math.min(now, before[at] as number) - rounding) {
      for (const [session, worth] of changed) worths[session] = worth
      now = next
    } else for (const undo of trace.undo.reverse()) undo()
    before[at] = now
  }
  tidy(draft, weights)
  return draft
}

/** Sums that should be equal are. */
const rounding = 1e-9

/** A beginning: each interview in the first session that suits it and has a slot. */
function fill(draft: Draft): void {
  const { suiting } = draft.given
  suiting.forEach((sessions, interview) => {
    const session = sessions.find((each) => hasSlot(draft, each))
    if (session !== undefined) place(draft, interview, session)
  })
}

const hasSlot = ({ given, inSession }: Draft, session: number): boolean =>
  (inSession[session]?.length ?? 0) < (given.slots[session] ?? 0)

function changeSomething(draft: Draft, { uniform }: Random, trace: Trace): void {
  const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(uniform() * items.length)]
  if (uniform() < 0.25) moveOne(draft, Math.floor(uniform() * draft.sessionOf.length), one, trace)
  else seatOne(draft, Math.floor(uniform() * draft.sitting.length), one, uniform() < 0.5, trace)
}

type OneOf = <Item>(items: readonly Item[]) => Item | undefined

/** An interview goes to another session; where that is full, one of those there takes its place. */
function moveOne(draft: Draft, interview: number, one: OneOf, trace: Trace): void {
  const { suiting } = draft.given
  const [from, to] = [draft.sessionOf[interview] as number, one(suiting[interview] ?? [])]
  if (to === undefined || to === from) return
  if (!hasSlot(draft, to)) {
    const other = one(draft.inSession[to] ?? [])
    if (other === undefined || (from >= 0 && suiting[other]?.includes(from) !== true)) return
    placed(draft, other, from, trace)
  }
  placed(draft, interview, to, trace)
}

/** A member sits down in a session or rises, or two change places. */
function seatOne(draft: Draft, session: number, one: OneOf, alsoAnother: boolean, trace: Trace): void {
  const available = draft.given.available[session] ?? []
  const [member, other] = [one(available), one(available)]
  if (member === undefined) return
  const rises = sits(draft, member, session)
  if (rises) changed(draft, member, session, trace)
  else sitDown(draft, member, session, one, trace)
  if (!alsoAnother || other === undefined || other === member || sits(draft, other, session) === rises) return
  if (rises) sitDown(draft, other, session, one, trace)
  else changed(draft, other, session, trace)
}

/** They leave the other room of the half-day, and one of their sessions where they would sit too often. */
function sitDown(draft: Draft, member: number, session: number, one: OneOf, trace: Trace): void {
  const { halfDay, mostSessions } = draft.given
  const theirs = draft.sitting.flatMap((_, at) => (sits(draft, member, at) ? [at] : []))
  const leaves = theirs.find((at) => halfDay[at] === halfDay[session])
  const most = mostSessions[member] ?? 0
  if (leaves !== undefined) changed(draft, member, leaves, trace)
  else if (theirs.length >= most) {
    const any = one(theirs)
    if (any === undefined) return
    changed(draft, member, any, trace)
  }
  changed(draft, member, session, trace)
}

function placed(draft: Draft, interview: number, session: number, { undo, sessions }: Trace): void {
  const from = draft.sessionOf[interview] as number
  place(draft, interview, session)
  undo.push(() => place(draft, interview, from))
  for (const each of [from, session]) if (each >= 0) sessions.add(each)
}

function changed(draft: Draft, member: number, session: number, { undo, sessions }: Trace): void {
  change(draft, member, session)
  undo.push(() => change(draft, member, session))
  sessions.add(session)
}
