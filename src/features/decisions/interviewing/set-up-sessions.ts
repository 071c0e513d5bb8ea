import { notFound } from '../../../core/errors.ts'
import { beginsInHalf, halves, halvesOverlap, sessionEnds } from '../../../core/interviews/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/index.ts'
import { isMeetingPlace } from '../../../core/text/meeting-place.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundInFund, RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailEach } from '../awarding/mail-council.ts'
import { recordDoing } from '../record-doing.ts'
import { type ClosedProblem, holdBeforeClose } from './hold-before-close.ts'
import { askedAgainMail } from './invitation-mail.messages.ts'
import { askPanelAgain } from './panel.store.ts'
import { type InterviewSession, insertSession, removeSession, sessionsOf } from './sessions.store.ts'

export type SessionTyped = {
  readonly starts: MomentTyped
  readonly half: string
  readonly place: string
  readonly slots: string
  readonly minutes: string
}

export type SessionProblem =
  | MomentProblem
  | { readonly code: 'starts-missing' | 'starts-past'; readonly field: 'starts' }
  | { readonly code: 'half-missing' | 'half-other'; readonly field: 'half' }
  | { readonly code: 'place-missing' | 'place-not-https' | 'place-taken'; readonly field: 'place' }
  | { readonly code: 'slots-not-whole'; readonly field: 'slots' }
  | { readonly code: 'minutes-not-whole'; readonly field: 'minutes' }
  | { readonly code: 'ends-next-day'; readonly field: 'slots'; readonly endsAt: Date }
  | { readonly code: 'overlaps'; readonly field: 'slots'; readonly endsAt: Date; readonly other: InterviewSession }
  | { readonly code: 'session-in-use' }
  | ClosedProblem

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

const whole = (typed: string, least: number, most: number): number | undefined => {
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN
  return number >= least && number <= most ? number : undefined
}

/** A session as typed, read by itself. */
function readSession(typed: SessionTyped, at: Date): Result<Omit<InterviewSession, 'id'>, SessionProblem> {
  const moment = readMoment('interviewsFromOn', typed.starts, true)
  const problems: SessionProblem[] = moment.ok ? [] : [...moment.problems]
  const startsAt = moment.ok ? moment.value?.at : undefined
  if (moment.ok && startsAt === undefined) problems.push({ code: 'starts-missing', field: 'starts' })
  if (startsAt !== undefined && startsAt <= at) problems.push({ code: 'starts-past', field: 'starts' })
  const half = halves.find((each) => each === typed.half)
  if (half === undefined) problems.push({ code: 'half-missing', field: 'half' })
  else if (startsAt !== undefined && !beginsInHalf({ half, startsAt }))
    problems.push({ code: 'half-other', field: 'half' })
  const place = typed.place.trim().slice(0, 300)
  if (place === '') problems.push({ code: 'place-missing', field: 'place' })
  if (!isMeetingPlace(place)) problems.push({ code: 'place-not-https', field: 'place' })
  const slots = whole(typed.slots, 1, 12)
  if (slots === undefined) problems.push({ code: 'slots-not-whole', field: 'slots' })
  const minutes = whole(typed.minutes, 5, 240)
  if (minutes === undefined) problems.push({ code: 'minutes-not-whole', field: 'minutes' })
  if (startsAt === undefined || half === undefined || slots === undefined || minutes === undefined)
    return refused(...problems)
  const session = { heldOn: isoDay(startsAt), half, startsAt, place, slots, minutes }
  const endsAt = sessionEnds(session)
  if (isoDay(endsAt) !== session.heldOn) problems.push({ code: 'ends-next-day', field: 'slots', endsAt })
  return problems.length > 0 ? refused(...problems) : done(session)
}

/**
 * Adds a half-day in one room or behind one link, still to come, that leaves members free for the other half of its day.
 *
 * @throws {NotFound} if the round is not theirs to run
 */
export async function addSession(
  services: Services,
  { actor, path, at, typed }: Asked & { readonly typed: SessionTyped },
): Promise<Result<undefined, SessionProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const read = readSession(typed, at)
    if (!read.ok) return read
    const { heldOn, half, startsAt, place, slots, minutes } = read.value
    const others = (await sessionsOf(tx, round.id)).filter((other) => other.heldOn === heldOn)
    if (others.some((other) => other.half === half && other.place === place))
      return refused<SessionProblem>({ code: 'place-taken', field: 'place' })
    const other = others.find((each) => halvesOverlap(read.value, each))
    if (other !== undefined)
      return refused<SessionProblem>({ code: 'overlaps', field: 'slots', endsAt: sessionEnds(read.value), other })
    const session = { id: services.newId(), roundId: round.id, ...read.value }
    await insertSession(tx, session)
    if (!others.some((each) => each.half === half)) await askAgain(tx, services, round)
    const facts = { sessionId: session.id, heldOn, half, place, slots, minutes, startsAt: startsAt.toISOString() }
    await recordDoing(tx, { round, actor, at }, 'interview.session-added', facts)
    return done(undefined)
  })
}

/** Has the panel say of a new half-day whether it can come. */
async function askAgain(tx: Tx, services: Services, round: RoundInFund): Promise<void> {
  const emails = (await askPanelAgain(tx, round.id)).map(({ email }) => email)
  const of = { round, origin: originForMail(services.config) }
  await mailEach(tx, services, round, emails, { kind: 'panel-asked', words: (say) => say(askedAgainMail)(of) })
}

/** Takes a session out in which no interview has a place. @throws {NotFound} as above, or if there is no such session */
export async function dropSession(
  { db }: Services,
  { actor, path, at, sessionId }: Asked & { readonly sessionId: string },
): Promise<Result<undefined, SessionProblem>> {
  return await db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    if (!(await sessionsOf(tx, round.id)).some(({ id }) => id === sessionId)) throw notFound('session')
    if (!(await removeSession(tx, round.id, sessionId, at))) return refused<SessionProblem>({ code: 'session-in-use' })
    await recordDoing(tx, { round, actor, at }, 'interview.session-removed', { sessionId })
    return done(undefined)
  })
}
