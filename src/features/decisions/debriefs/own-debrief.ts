import {
  type DebriefAsked,
  type DebriefWindow,
  type Opening,
  openingOf,
  type RequestProblem,
  requestProblems,
  usualWindow,
} from '../../../core/debriefs/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { openApplication } from '../../applications/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailTeam } from '../awarding/mail-council.ts'
import { recordDoing } from '../record-doing.ts'
import { toldAtOf } from '../telling/telling.store.ts'
import { waitingMail } from './debrief-mail.messages.ts'
import { type Debrief, debriefOn, holdDebrief, insertDebrief, markClosed, windowSet } from './debriefs.store.ts'
import { tellTime } from './tell-time.ts'

export type AskProblem =
  | RequestProblem
  | { readonly code: 'too-early' | 'asked-already' | 'not-asked' | 'closed-already' }
  | { readonly code: 'too-late'; readonly lastDay: string }

/** A debrief as its applicants meet it. */
export type OwnDebrief = {
  readonly applicationId: string
  readonly reference: string
  readonly round: RoundInFund
  readonly window: DebriefWindow
  readonly opening: Opening
  /** Whether this person is of the lead, and so may ask. */
  readonly ofLead: boolean
  /** Undefined while none was asked for. */
  readonly debrief: Debrief | undefined
}

export type OwnAddress = { readonly actor: Actor; readonly reference: string; readonly at: Date }

/**
 * The debrief of an application for people of its lead and its partners.
 *
 * @throws {NotFound} for anybody else, and where nothing was submitted
 */
export async function findOwnDebrief(
  db: Database | Tx,
  { actor, reference, at }: OwnAddress,
  need: 'read' | 'write' = 'read',
): Promise<OwnDebrief> {
  const { application, access } = await openApplication(db, actor, { reference, questions: [], need, at })
  const round = await roundById(db, application.roundId)
  if (round === undefined || application.state !== 'submitted' || application.mode === 'test') throw notFound('debrief')
  const window = (await windowSet(db, round.id)) ?? usualWindow
  return {
    applicationId: application.id,
    reference,
    round,
    window,
    opening: openingOf(window, await toldAtOf(db, round.id), at),
    ofLead: access === 'write',
    debrief: await debriefOn(db, application.id),
  }
}

/**
 * Asks for a debrief, once, while it can be asked for.
 *
 * @throws {NotFound} for anybody who is not of the lead
 */
export async function askDebrief(
  services: Services,
  { wants, times, ...address }: OwnAddress & DebriefAsked,
): Promise<Result<undefined, AskProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { applicationId, round, opening, debrief } = await findOwnDebrief(tx, address, 'write')
    const { actor, reference, at } = address
    if (actor.kind !== 'person') throw notFound('debrief')
    if (debrief !== undefined) return refused<AskProblem>({ code: 'asked-already' })
    if (opening.code === 'too-early') return refused<AskProblem>({ code: 'too-early' })
    if (opening.code === 'too-late') return refused<AskProblem>({ code: 'too-late', lastDay: opening.lastDay })
    const problems = requestProblems({ wants, times })
    if (problems.length > 0) return refused<AskProblem>(...problems)
    const asked = { applicationId, wants: wants.trim(), times: times.trim(), at, by: actor.personId }
    if (!(await insertDebrief(tx, asked))) return refused<AskProblem>({ code: 'asked-already' })
    const mail = (say: Say) => say(waitingMail)(round, reference, originForMail(services.config))
    await mailTeam(tx, services, round, { kind: 'debrief-asked', words: mail })
    await recordDoing(tx, { round, actor, at }, 'debrief.asked', {}, reference)
    return done(undefined)
  })
}

/** Takes the request back; a time that was proposed is taken out of calendars. @throws {NotFound} as above */
export async function withdrawDebrief(services: Services, address: OwnAddress): Promise<Result<undefined, AskProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { applicationId, round } = await findOwnDebrief(tx, address, 'write')
    const debrief = await holdDebrief(tx, applicationId)
    const { actor, reference, at } = address
    if (actor.kind !== 'person') throw notFound('debrief')
    if (debrief === undefined) return refused<AskProblem>({ code: 'not-asked' })
    if (debrief.state === 'closed') return refused<AskProblem>({ code: 'closed-already' })
    await markClosed(tx, { applicationId, outcome: 'withdrawn', answer: '', at, by: actor.personId })
    if (debrief.time !== null)
      await tellTime(tx, services, { round, debrief, time: debrief.time, what: 'cancelled', at })
    await recordDoing(tx, { round, actor, at }, 'debrief.closed', { outcome: 'withdrawn' }, reference)
    return done(undefined)
  })
}
