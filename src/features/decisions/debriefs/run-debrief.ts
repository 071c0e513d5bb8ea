import {
  type DebriefOutcome,
  type DebriefWindow,
  longestDebriefText,
  readWindow,
  usualWindow,
  type WindowProblem,
} from '../../../core/debriefs/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/index.ts'
import { isMeetingPlace } from '../../../core/text/meeting-place.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { findRound, holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { leadOf } from '../awarding/awards.store.ts'
import { applicantsOf } from '../interviewing/invitations.store.ts'
import { recordDoing } from '../record-doing.ts'
import { toldAtOf } from '../telling/telling.store.ts'
import { answeredMail } from './debrief-mail.messages.ts'
import {
  type Debrief,
  type DebriefTime,
  debriefsOf,
  holdDebrief,
  insertNote,
  insertTime,
  markClosed,
  saveWindow,
  windowSet,
} from './debriefs.store.ts'
import { tellTime } from './tell-time.ts'

/** How long a debrief takes, in minutes. */
export const debriefMinutes = [30, 45, 60] as const

export type DebriefProblem =
  | { readonly code: 'not-asked' | 'closed-already' }
  | {
      readonly code:
        | 'time-missing'
        | 'time-past'
        | 'minutes-missing'
        | 'place-missing'
        | 'place-not-https'
        | 'changed-meanwhile'
    }
  | { readonly code: 'moment'; readonly problem: MomentProblem }
  | { readonly code: 'answer-missing' | 'note-missing' | 'outcome-missing' | 'not-arranged' }
  | { readonly code: 'too-long'; readonly field: 'answer' | 'note' | 'place'; readonly most: number }

export type DebriefAddress = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly reference: string
  readonly at: Date
}

const longestPlace = 500

/** A debrief of a round for somebody of its team. @throws {NotFound} for anybody else, and for an application of another round */
export async function findDebrief(
  db: Database | Tx,
  { actor, path, reference }: Omit<DebriefAddress, 'at'>,
): Promise<{ readonly round: RoundInFund; readonly debrief: Debrief | undefined }> {
  const round = await findRound(db, actor, 'application:list', path)
  if ((await leadOf(db, reference))?.roundId !== round.id) throw notFound('application')
  return { round, debrief: (await debriefsOf(db, round.id)).find((each) => each.reference === reference) }
}

type Open = { readonly tx: Tx; readonly round: RoundInFund; readonly debrief: Debrief; readonly personId: string }

/** Does something with a debrief that is open, after whoever else does something with it. @throws {NotFound} if it is not theirs to run */
async function whileOpen(
  { db }: Services,
  { actor, path, reference }: DebriefAddress,
  act: (open: Open) => Promise<Result<undefined, DebriefProblem>>,
): Promise<Result<undefined, DebriefProblem>> {
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'award:run', path)
    const { debrief: before } = await findDebrief(tx, { actor, path, reference })
    if (actor.kind !== 'person') throw notFound('debrief')
    const debrief = before && (await holdDebrief(tx, before.applicationId))
    if (debrief === undefined) return refused<DebriefProblem>({ code: 'not-asked' })
    if (debrief.state === 'closed') return refused<DebriefProblem>({ code: 'closed-already' })
    return await act({ tx, round, debrief, personId: actor.personId })
  })
}

/** A time as somebody types it. `seen`: the number of the time that the page showed, '0' for none. */
export type TimeTyped = {
  readonly moment: MomentTyped
  readonly minutes: string
  readonly place: string
  readonly seen: string
}

/** Proposes a time, or another one: the applicants are told by email, with an event. @throws {NotFound} as above */
export async function proposeTime(
  services: Services,
  asked: DebriefAddress & { readonly typed: TimeTyped },
): Promise<Result<undefined, DebriefProblem>> {
  return await whileOpen(services, asked, async ({ tx, round, debrief, personId }) => {
    const { actor, at, reference, typed } = asked
    const number = (debrief.time?.number ?? 0) + 1
    if (typed.seen !== String(number - 1)) return refused<DebriefProblem>({ code: 'changed-meanwhile' })
    const read = readTime(typed, at)
    if (!read.ok) return read
    const time: DebriefTime = { ...read.value, number, proposedAt: at, proposedBy: personId }
    await insertTime(tx, debrief.applicationId, time)
    await tellTime(tx, services, { round, debrief, time, what: number === 1 ? 'proposed' : 'changed', at })
    await recordDoing(
      tx,
      { round, actor, at },
      'debrief.arranged',
      { number, startsAt: time.startsAt.toISOString() },
      reference,
    )
    return done(undefined)
  })
}

/** The time as typed, or everything that is wrong with it. */
function readTime(
  { moment, minutes, place }: TimeTyped,
  at: Date,
): Result<Pick<DebriefTime, 'startsAt' | 'endsAt' | 'place'>, DebriefProblem> {
  const problems: DebriefProblem[] = []
  const read = readMoment('opensAt', moment, true)
  if (!read.ok) problems.push(...read.problems.map((problem): DebriefProblem => ({ code: 'moment', problem })))
  else if (read.value === null) problems.push({ code: 'time-missing' })
  else if (read.value.at <= at) problems.push({ code: 'time-past' })
  const length = debriefMinutes.find((each) => String(each) === minutes)
  if (length === undefined) problems.push({ code: 'minutes-missing' })
  if (place.trim() === '') problems.push({ code: 'place-missing' })
  if (!isMeetingPlace(place)) problems.push({ code: 'place-not-https' })
  if (place.length > longestPlace) problems.push({ code: 'too-long', field: 'place', most: longestPlace })
  if (problems.length > 0 || !read.ok || read.value === null || length === undefined) return refused(...problems)
  const startsAt = read.value.at
  return done({ startsAt, endsAt: new Date(startsAt.getTime() + length * 60_000), place: place.trim() })
}

const textProblems = (text: string, field: 'answer' | 'note'): readonly DebriefProblem[] => {
  if (text.trim() === '') return [{ code: `${field}-missing` }]
  return text.length > longestDebriefText ? [{ code: 'too-long', field, most: longestDebriefText }] : []
}

/** Answers in writing, which closes the debrief: the applicants are told where to read it. @throws {NotFound} as above */
export async function answerDebrief(
  services: Services,
  asked: DebriefAddress & { readonly answer: string },
): Promise<Result<undefined, DebriefProblem>> {
  return await whileOpen(services, asked, async ({ tx, round, debrief, personId }) => {
    const { actor, at, reference, answer } = asked
    const problems = textProblems(answer, 'answer')
    if (problems.length > 0) return refused(...problems)
    const { applicationId, time } = debrief
    await markClosed(tx, { applicationId, outcome: 'answered', answer: answer.trim(), at, by: personId })
    if (time !== null && time.startsAt > at)
      await tellTime(tx, services, { round, debrief, time, what: 'cancelled', at })
    const mail = (say: Say) => say(answeredMail)(round, reference, originForMail(services.config))
    for (const { personId: to, email } of (await applicantsOf(tx, [applicationId])).get(applicationId) ?? [])
      await queueAbout(tx, services, round, { kind: 'debrief-answered', recipient: email, personId: to, words: mail })
    await recordDoing(tx, { round, actor, at }, 'debrief.closed', { outcome: 'answered' }, reference)
    return done(undefined)
  })
}

/** Keeps a note of what was said, for those who run the round. @throws {NotFound} as above */
export async function noteDebrief(
  services: Services,
  asked: DebriefAddress & { readonly note: string },
): Promise<Result<undefined, DebriefProblem>> {
  return await whileOpen(services, asked, async ({ tx, round, debrief, personId }) => {
    const { actor, at, reference, note } = asked
    const problems = textProblems(note, 'note')
    if (problems.length > 0) return refused(...problems)
    const { applicationId } = debrief
    await insertNote(tx, { id: services.newId(), applicationId, note: note.trim(), at, by: personId })
    await recordDoing(tx, { round, actor, at }, 'debrief.noted', {}, reference)
    return done(undefined)
  })
}

/** What can come of a debrief for which a time was proposed, as the team says it. */
export const metOutcomes = ['held', 'missed'] as const satisfies readonly DebriefOutcome[]

/** Closes a debrief after its time, with what came of it and a note. @throws {NotFound} as above */
export async function closeDebrief(
  services: Services,
  asked: DebriefAddress & { readonly outcome: string; readonly note: string },
): Promise<Result<undefined, DebriefProblem>> {
  return await whileOpen(services, asked, async ({ tx, round, debrief, personId }) => {
    const { actor, at, reference, note } = asked
    const outcome = metOutcomes.find((each) => each === asked.outcome)
    const started = debrief.time !== null && debrief.time.startsAt <= at
    const problems: DebriefProblem[] = [
      ...(started ? [] : [{ code: 'not-arranged' } as const]),
      ...(outcome === undefined ? [{ code: 'outcome-missing' } as const] : []),
      ...textProblems(note, 'note'),
    ]
    if (problems.length > 0 || outcome === undefined) return refused(...problems)
    const { applicationId } = debrief
    await insertNote(tx, { id: services.newId(), applicationId, note: note.trim(), at, by: personId })
    await markClosed(tx, { applicationId, outcome, answer: '', at, by: personId })
    await recordDoing(tx, { round, actor, at }, 'debrief.closed', { outcome }, reference)
    return done(undefined)
  })
}

/** Sets when debriefs can be asked for, and when people are reminded of those that wait. @throws {NotFound} if the round is not theirs to run */
export async function setWindow(
  { db }: Services,
  { actor, path, at, typed }: Omit<DebriefAddress, 'reference'> & { readonly typed: Parameters<typeof readWindow>[1] },
): Promise<Result<DebriefWindow, WindowProblem>> {
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'award:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    const before = (await windowSet(tx, round.id)) ?? usualWindow
    const { window, problems } = readWindow(before, typed, (await toldAtOf(tx, round.id)) !== null)
    if (problems.length > 0) return refused(...problems)
    await saveWindow(tx, { ...window, roundId: round.id, at, by: actor.personId })
    await recordDoing(tx, { round, actor, at }, 'debrief.window-set', { before, after: window })
    return done(window)
  })
}
