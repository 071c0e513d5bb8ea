import { notFound } from '../../../core/errors.ts'
import type { PostedFields, Problem } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { noteMail } from '../experts-mail.messages.ts'
import { numberIn, readPosted, textIn } from '../read-posted.ts'
import { recordExpert } from '../record-expert.ts'
import { councilOf, mailPlace, writeTo } from '../write-to.ts'
import { noteForm } from './note-form.ts'
import { insertNote, notesOf } from './notes.store.ts'
import { type AskedRequest, holdRequest } from './open-request.ts'

export type NoteProblem =
  | { readonly code: 'field'; readonly problem: Problem }
  | { readonly code: 'not-taken' | 'note-waits' | 'not-in-quarters' }

const ofField = (problem: Problem): NoteProblem => ({ code: 'field', problem })

/** Fees are worked out by the quarter of an hour. What is no number at all is another problem. */
const isInQuarters = (hours: number): boolean => !Number.isFinite(hours) || Number.isInteger(hours * 4)

/**
 * Writes a version of the advice, with the hours spent in all.
 *
 * @throws {NotFound} if this person did not take the question
 */
export async function writeNote(
  services: Services,
  actor: Actor,
  { fields, ...asked }: AskedRequest & { readonly fields: PostedFields },
): Promise<Result<undefined, NoteProblem>> {
  const { answers, problems: found } = readPosted(noteForm, fields)
  const hours = numberIn(answers, 'hours')
  const problems = [...found.map(ofField), ...(isInQuarters(hours) ? [] : [{ code: 'not-in-quarters' } as const])]
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, expert } = await holdRequest(tx, actor, asked)
    if (side !== 'expert' || expert === undefined) throw notFound('request')
    if (request.state !== 'taken') return refused<NoteProblem>({ code: 'not-taken' })
    const [last] = await notesOf(tx, request.id)
    if (last?.answer === null) return refused<NoteProblem>({ code: 'note-waits' })
    if (problems.length > 0) return refused<NoteProblem>(...problems)
    const { at } = asked
    const number = (last?.number ?? 0) + 1
    await insertNote(tx, {
      requestId: request.id,
      expertId: expert.id,
      number,
      advice: textIn(answers, 'advice'),
      hours,
      at,
    })
    const on = ['expert-request', request.id] as const
    const facts = { number: request.number, version: number, hours }
    await recordExpert(tx, { action: 'expert.advised', fundId: fund.id, by: expert.personId, at, on, facts })
    const of = { ...mailPlace(services, fund), number: request.number, title: request.title }
    await writeTo(tx, services, fund, await councilOf(tx, request.organisationId, at), (say) =>
      say(noteMail)(of, expert.name),
    )
    return done(undefined)
  })
}
