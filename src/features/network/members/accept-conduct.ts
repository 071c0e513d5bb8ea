import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { type AskedOfNetwork, openNetwork } from '../open-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { insertAcceptance } from './conduct.store.ts'

export type AcceptProblem = { readonly code: 'not-agreed' } | { readonly code: 'conduct-changed' }

/**
 * Accepts the code of conduct of a network: of the version that was read and no other.
 *
 * @throws {NotFound} for somebody who is no member
 */
export async function acceptConduct(
  services: Services,
  asked: AskedOfNetwork & { readonly number: string; readonly agreed: boolean },
): Promise<Result<undefined, AcceptProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person, member } = await openNetwork(tx, asked)
    if (!asked.agreed) return refused({ code: 'not-agreed' })
    if (String(member.conduct) !== asked.number) return refused({ code: 'conduct-changed' })
    const of = { fundId: fund.id, personId: person.personId, number: member.conduct, at: asked.at }
    if (await insertAcceptance(tx, of))
      await recordInNetwork(tx, {
        action: 'network.conduct-accepted',
        fundId: fund.id,
        by: person.personId,
        objectType: 'fund',
        objectId: fund.id,
        at: asked.at,
        facts: { number: member.conduct },
      })
    return done(undefined)
  })
}
