import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdFund } from '../../funds/index.ts'
import type { AskedOfNetwork } from '../open-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { insertConduct, latestConduct } from './conduct.store.ts'

export type ConductProblem =
  | { readonly code: 'conduct-missing' }
  | { readonly code: 'conduct-same' }
  | { readonly code: 'conduct-too-long'; readonly most: number }

const longest = 10_000

/** Publishes a new version of the code of conduct: everybody is asked to accept it before they post again. @throws {NotFound} */
export async function writeConduct(
  services: Services,
  asked: AskedOfNetwork & { readonly text: string; readonly personId: string },
): Promise<Result<undefined, ConductProblem>> {
  const text = asked.text.trim()
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, asked.actor, 'network:run', asked.fund)
    const latest = await latestConduct(tx, fund.id)
    if (text === '') return refused({ code: 'conduct-missing' })
    if (text.length > longest) return refused({ code: 'conduct-too-long', most: longest })
    if (text === latest?.text) return refused({ code: 'conduct-same' })
    const number = (latest?.number ?? 0) + 1
    await insertConduct(tx, { fundId: fund.id, number, text, at: asked.at, by: asked.personId })
    await recordInNetwork(tx, {
      action: 'network.conduct-published',
      fundId: fund.id,
      by: asked.personId,
      objectType: 'fund',
      objectId: fund.id,
      at: asked.at,
      facts: { number },
    })
    return done(undefined)
  })
}
