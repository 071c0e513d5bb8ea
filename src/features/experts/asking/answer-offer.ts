import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { takenMail, toMatchMail } from '../experts-mail.messages.ts'
import { recordExpert } from '../record-expert.ts'
import { type AskedRequest, holdRequest } from '../thread/open-request.ts'
import { councilOf, mailPlace, teamOf, writeTo } from '../write-to.ts'
import { answerLatest, type OfferAnswer } from './offers.store.ts'
import { markState } from './requests.store.ts'

export type AnswerProblem = { readonly code: 'answer-missing' | 'reason-missing' | 'not-offered' }

const nextState = { accepted: 'taken', declined: 'asked', conflict: 'asked' } as const

/**
 * Takes a question, or gives it back with a reason. Whoever says that they have a conflict is offered no other of that council.
 *
 * @throws {NotFound} if it was not offered to this person
 */
export async function answerOffer(
  services: Services,
  actor: Actor,
  { answer, reason, ...asked }: AskedRequest & { readonly answer: OfferAnswer | undefined; readonly reason: string },
): Promise<Result<'accepted' | 'declined', AnswerProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    if (side !== 'expert') throw notFound('request')
    if (request.state !== 'offered') return refused<AnswerProblem>({ code: 'not-offered' })
    if (answer === undefined) return refused<AnswerProblem>({ code: 'answer-missing' })
    if (answer !== 'accepted' && reason.trim() === '') return refused<AnswerProblem>({ code: 'reason-missing' })
    const { at } = asked
    await answerLatest(tx, request.id, { answer, reason: reason.trim().slice(0, 2000), at })
    await markState(tx, request.id, nextState[answer])
    const action = answer === 'accepted' ? 'expert.took' : 'expert.declined'
    const { number, title } = request
    const by = person.personId
    await recordExpert(tx, {
      action,
      fundId: fund.id,
      by,
      at,
      on: ['expert-request', request.id],
      facts: { number, answer },
    })
    const of = { ...mailPlace(services, fund), number, title }
    const expert = request.expert ?? ''
    if (answer === 'accepted')
      await writeTo(tx, services, fund, await councilOf(tx, request.organisationId, at), (say) =>
        say(takenMail)(of, expert),
      )
    else await writeTo(tx, services, fund, await teamOf(tx, fund), (say) => say(toMatchMail)(of, { declined: expert }))
    return done(answer === 'accepted' ? 'accepted' : 'declined')
  })
}
