import type { Actor } from '../../../core/permissions/index.ts'
import { dueOn, restartsWithAnswer } from '../../../core/requests/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import { readTypedDay, type TypedDay } from '../../../core/time/typed-day.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundPath } from '../../funds/index.ts'
import { holdRequest, recordRequest } from './open-request.ts'
import { insertQuestion, insertQuestionAnswer } from './questions.store.ts'

type OfRequest = { readonly path: RoundPath; readonly number: number; readonly at: Date }

export type AskBackProblem =
  | { readonly code: 'question-missing' | 'question-too-long' }
  | { readonly code: 'asked-day-wrong' | 'heard-day-wrong' | 'stands-otherwise' }

/** The most characters of a question. */
const longest = 4000

/**
 * Records that whoever made the request was asked what they mean, since it cannot be found without: no time runs until
 * they have answered.
 *
 * @throws {NotFound}
 */
export async function askBack(
  services: Services,
  actor: Actor,
  { typed, at, ...asked }: OfRequest & { readonly typed: { readonly question: string; readonly on: TypedDay } },
): Promise<Result<undefined, AskBackProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const { request } = opened
    if (!restartsWithAnswer(request.kind) || request.answeredOn !== null || request.waitsSince !== null)
      return refused<AskBackProblem>({ code: 'stands-otherwise' })
    const question = typed.question.trim()
    const askedOn = dayFrom(typed.on, request.questions.at(-1)?.answeredOn ?? request.receivedOn, at)
    const problems: AskBackProblem[] = []
    if (question === '') problems.push({ code: 'question-missing' })
    if (question.length > longest) problems.push({ code: 'question-too-long' })
    if (askedOn === undefined) problems.push({ code: 'asked-day-wrong' })
    if (askedOn === undefined || problems.length > 0) return refused(...problems)
    const number = request.questions.length + 1
    await insertQuestion(tx, request.id, { number, question, askedOn, at, by: opened.actor.personId })
    await recordRequest(tx, opened, at, 'request.asked-back', { number, askedOn })
    return done(undefined)
  })
}

/** Records that the answer to a question back came: the time to answer begins anew with that day. @throws {NotFound} */
export async function hearBack(
  services: Services,
  actor: Actor,
  { on, at, ...asked }: OfRequest & { readonly on: TypedDay },
): Promise<Result<{ readonly dueOn: IsoDay }, AskBackProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const { request } = opened
    const last = request.questions.at(-1)
    if (last === undefined || request.waitsSince === null) return refused<AskBackProblem>({ code: 'stands-otherwise' })
    const answeredOn = dayFrom(on, last.askedOn, at)
    const due = answeredOn === undefined ? null : dueOn(request.kind, answeredOn, null)
    if (answeredOn === undefined || due === null) return refused<AskBackProblem>({ code: 'heard-day-wrong' })
    const { number } = last
    await insertQuestionAnswer(tx, request.id, { number, answeredOn, dueOn: due, at, by: opened.actor.personId })
    await recordRequest(tx, opened, at, 'request.heard-back', { number, answeredOn, dueOn: due })
    return done({ dueOn: due })
  })
}

/** A day not before another, and not to come. */
function dayFrom(typed: TypedDay, first: IsoDay, at: Date): IsoDay | undefined {
  const day = readTypedDay(typed)
  return day === undefined || day < first || day > isoDay(at) ? undefined : day
}
