import type { Actor } from '../../../core/permissions/index.ts'
import { type DraftProblem, type DraftTyped, readDraft } from '../../../core/requests/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import { readTypedDay, type TypedDay } from '../../../core/time/typed-day.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundPath } from '../../funds/index.ts'
import { insertAnswer, insertClearance, insertDraft } from './answers.store.ts'
import { holdRequest, recordRequest } from './open-request.ts'

type OfRequest = { readonly path: RoundPath; readonly number: number; readonly at: Date }

/** `changed`: somebody has saved another draft since the page was shown. */
export type AnsweringProblem = {
  readonly code: 'answered' | 'no-draft' | 'changed' | 'own-draft' | 'not-cleared' | 'cleared' | 'day-wrong'
}

/** Saves an answer as the next draft. What was cleared before is not cleared any more. @throws {NotFound} */
export async function saveDraft(
  services: Services,
  actor: Actor,
  { typed, shown, at, ...asked }: OfRequest & { readonly typed: DraftTyped; readonly shown: number },
): Promise<Result<number, DraftProblem | AnsweringProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const { request } = opened
    if (request.answeredOn !== null) return refused<AnsweringProblem>({ code: 'answered' })
    if (request.drafts !== shown) return refused<AnsweringProblem>({ code: 'changed' })
    const read = readDraft(request.kind, typed)
    if (!read.ok) return read
    const number = await insertDraft(tx, request.id, { ...read.value, at, by: opened.actor.personId })
    const { outcome, claimed } = read.value
    await recordRequest(tx, opened, at, 'request.drafted', { number, outcome, claimed: claimed.map(({ id }) => id) })
    return done(number)
  })
}

/** Clears the last draft for sending: by somebody who did not save it. @throws {NotFound} */
export async function clearDraft(
  services: Services,
  actor: Actor,
  { shown, at, ...asked }: OfRequest & { readonly shown: number },
): Promise<Result<undefined, AnsweringProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const { request } = opened
    const by = opened.actor.personId
    const draft = request.draftsKept.at(-1)
    if (request.answeredOn !== null) return refused<AnsweringProblem>({ code: 'answered' })
    if (draft === undefined) return refused<AnsweringProblem>({ code: 'no-draft' })
    if (draft.number !== shown) return refused<AnsweringProblem>({ code: 'changed' })
    if (request.cleared) return refused<AnsweringProblem>({ code: 'cleared' })
    if (draft.savedBy === by) return refused<AnsweringProblem>({ code: 'own-draft' })
    await insertClearance(tx, request.id, draft.number, { at, by })
    await recordRequest(tx, opened, at, 'request.cleared', { number: draft.number })
    return done(undefined)
  })
}

/** Records on which day the cleared draft was sent. @throws {NotFound} */
export async function recordAnswer(
  services: Services,
  actor: Actor,
  { on, at, ...asked }: OfRequest & { readonly on: TypedDay },
): Promise<Result<undefined, AnsweringProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const { request } = opened
    if (request.answeredOn !== null) return refused<AnsweringProblem>({ code: 'answered' })
    if (!request.cleared) return refused<AnsweringProblem>({ code: 'not-cleared' })
    const answeredOn = readTypedDay(on)
    if (answeredOn === undefined || answeredOn < request.receivedOn || answeredOn > isoDay(at))
      return refused<AnsweringProblem>({ code: 'day-wrong' })
    const number = request.drafts
    await insertAnswer(tx, request.id, { number, answeredOn, at, by: opened.actor.personId })
    await recordRequest(tx, opened, at, 'request.answered', { number, answeredOn, dueOn: request.dueOn })
    return done(undefined)
  })
}
