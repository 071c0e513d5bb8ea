import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { holdFund } from '../../funds/index.ts'
import { offeredMail } from '../experts-mail.messages.ts'
import { recordExpert } from '../record-expert.ts'
import { mailPlace, writeTo } from '../write-to.ts'
import { matchRequest } from './match-request.ts'
import { insertOffer } from './offers.store.ts'
import { markState, requestByNumber } from './requests.store.ts'

export type OfferProblem = {
  readonly code: 'expert-missing' | 'expert-in-conflict' | 'reason-missing' | 'offered-already'
}

type Asked = {
  readonly slug: string
  readonly number: number
  readonly expertId: string
  readonly reason: string
  readonly at: Date
}

/**
 * Offers a question to an expert: the first of the match, or another with a reason. An expert with a hard conflict is never
 * offered one.
 *
 * @throws {NotFound} if the fund is not theirs to run, or has no such question
 */
export async function offerRequest(
  services: Services,
  actor: Actor,
  { slug, number, expertId, reason, at }: Asked,
): Promise<Result<string, OfferProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'experts:run', slug)
    const request = await requestByNumber(tx, fund.id, number)
    if (request === undefined) throw notFound('request')
    if (request.state !== 'asked') return refused<OfferProblem>({ code: 'offered-already' })
    const matched = await matchRequest(tx, request, at)
    const chosen = matched.find(({ expert }) => expert.id === expertId)
    if (chosen === undefined) return refused<OfferProblem>({ code: 'expert-missing' })
    const { expert, candidate } = chosen
    if (candidate.stands === 'never') return refused<OfferProblem>({ code: 'expert-in-conflict' })
    const first = chosen === matched[0] && candidate.stands === 'free'
    if (!first && reason.trim() === '') return refused<OfferProblem>({ code: 'reason-missing' })
    const by = personIdOf(actor)
    const offer = { requestId: request.id, expertId, first, match: candidate, reason: reason.trim().slice(0, 2000) }
    await insertOffer(tx, { ...offer, at, by })
    await markState(tx, request.id, 'offered')
    const facts = { number, expert: expert.id, first, match: candidate.match }
    await recordExpert(tx, {
      action: 'expert.offered',
      fundId: fund.id,
      by,
      at,
      on: ['expert-request', request.id],
      facts,
    })
    const mail = (say: Say) =>
      say(offeredMail)({ ...mailPlace(services, fund), number, title: request.title }, request.council)
    await writeTo(tx, services, fund, [{ id: expert.personId, email: expert.email }], mail)
    return done(expert.name)
  })
}
