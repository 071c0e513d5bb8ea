import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordExpert } from '../record-expert.ts'
import { type AskedRequest, holdRequest } from '../thread/open-request.ts'
import { insertConsent, publicationOf } from './publications.store.ts'

export type ConsentProblem = { readonly code: 'consent-missing' | 'consent-given' | 'text-changed' }

/**
 * Says for one side whether the text may be published. Once both have said so the other councils read it.
 *
 * @param asked.shown the version that the page showed
 * @throws {NotFound} for anybody but the council and its expert
 */
export async function giveConsent(
  services: Services,
  actor: Actor,
  { consents, shown, ...asked }: AskedRequest & { readonly consents: boolean | undefined; readonly shown: number },
): Promise<Result<boolean, ConsentProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    const publication = await publicationOf(tx, request.id)
    if ((side !== 'council' && side !== 'expert') || publication === undefined) throw notFound('publication')
    if (publication.version !== shown) return refused<ConsentProblem>({ code: 'text-changed' })
    if (consents === undefined) return refused<ConsentProblem>({ code: 'consent-missing' })
    const { at } = asked
    const given = { requestId: request.id, version: shown, side, consents, at, by: person.personId }
    if (!(await insertConsent(tx, given))) return refused<ConsentProblem>({ code: 'consent-given' })
    const action = consents ? 'expert.publication-consented' : 'expert.publication-refused'
    const on = ['expert-request', request.id] as const
    const facts = { number: request.number, version: shown, side }
    await recordExpert(tx, { action, fundId: fund.id, by: person.personId, at, on, facts })
    return done(consents)
  })
}
