import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { openOwn } from '../open-panel.ts'
import { recordExpert } from '../record-expert.ts'
import { insertAcceptance } from './experts.store.ts'
import { termsOf } from './terms.store.ts'

export type AcceptProblem = { readonly code: 'not-agreed' | 'terms-changed' }

/**
 * Accepts the terms in force, as they were shown.
 *
 * @param asked.shown the hash of the terms that the page showed
 * @throws {NotFound} for anybody who is not invited to the panel
 */
export async function acceptTerms(
  services: Services,
  actor: Actor,
  asked: { readonly slug: string; readonly agreed: boolean; readonly shown: string; readonly at: Date },
): Promise<Result<undefined, AcceptProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, expert } = await openOwn(tx, actor, asked.slug)
    const [inForce] = await termsOf(tx, fund.id)
    if (inForce === undefined || inForce.sha256 !== asked.shown)
      return refused<AcceptProblem>({ code: 'terms-changed' })
    if (!asked.agreed) return refused<AcceptProblem>({ code: 'not-agreed' })
    await insertAcceptance(tx, expert, inForce.number, asked.at)
    const { number, sha256 } = inForce
    await recordExpert(tx, {
      action: 'expert.terms-accepted',
      fundId: fund.id,
      by: expert.personId,
      at: asked.at,
      on: ['expert', expert.id],
      facts: { number, sha256 },
    })
    return done(undefined)
  })
}
