import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type AddressProblem, readAddress } from '../../../platform/outgoing/read-address.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdFund } from '../../funds/index.ts'
import { type OfWebhook, putNewSecret, webhookOfFund } from './change-webhook.ts'
import { updateAddress, webhooksOf } from './webhooks.store.ts'

export type ChangeAddressTyped = {
  readonly address: string
  /** `keep`, or `renew`. */
  readonly secret: string
}

export type ChangeAddressProblem =
  | AddressProblem
  | { readonly code: 'address-known' | 'address-unchanged' | 'secret-missing' }

/**
 * Changes where a webhook is sent to, with the secret that it has or another. What waits for a try is sent to the new
 * address; what was told before is not told again.
 *
 * @returns the new secret, which is shown this once; undefined where it keeps its own
 * @throws {NotFound} if the webhook is not there, or the results of its fund not this person's to publish
 */
export async function changeAddress(
  services: Services,
  actor: Actor,
  { fund: slug, id, at, typed }: OfWebhook & { readonly typed: ChangeAddressTyped },
): Promise<Result<string | undefined, ChangeAddressProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'results:publish', slug)
    const webhook = await webhookOfFund(tx, fund, id)
    const address = readAddress(typed.address, services.config.evaluation)
    const problems: ChangeAddressProblem[] = address.ok ? [] : [...address.problems]
    if (address.ok && address.value === webhook.address) problems.push({ code: 'address-unchanged' })
    else if (address.ok && (await webhooksOf(tx, fund.id)).some((each) => each.address === address.value))
      problems.push({ code: 'address-known' })
    if (typed.secret !== 'keep' && typed.secret !== 'renew') problems.push({ code: 'secret-missing' })
    if (!address.ok || problems.length > 0) return refused(...problems)
    await updateAddress(tx, id, address.value)
    const secret = typed.secret === 'renew' ? await putNewSecret(tx, services, id, at) : undefined
    await recordEvent(tx, {
      action: 'webhook.address-changed',
      actorId: personIdOf(actor),
      fundId: fund.id,
      objectType: 'webhook',
      objectId: id,
      at,
      facts: { host: new URL(address.value).host, secretRenewed: secret !== undefined },
    })
    return done(secret)
  })
}
