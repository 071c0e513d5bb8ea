import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { mostWebhooks, webhookEvents } from '../../../core/webhooks/webhook.ts'
import { type AddressProblem, readAddress } from '../../../platform/outgoing/read-address.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdFund } from '../../funds/index.ts'
import { newSecret } from './seal-webhook.ts'
import { secretText } from './sign-message.ts'
import { insertWebhook, webhooksOf } from './webhooks.store.ts'

export type WebhookTyped = { readonly address: string; readonly events: readonly string[] }

export type WebhookProblem =
  | AddressProblem
  | { readonly code: 'events-missing' | 'address-known' }
  | { readonly code: 'too-many'; readonly most: number }

/** A webhook with its secret, which is shown this once. */
export type WithSecret = { readonly id: string; readonly secret: string }

/**
 * Sets up a webhook of a fund.
 *
 * @throws {NotFound} if the fund is not there, or its results not this person's to publish
 */
export async function registerWebhook(
  services: Services,
  actor: Actor,
  { fund: slug, typed, at }: { readonly fund: string; readonly typed: WebhookTyped; readonly at: Date },
): Promise<Result<WithSecret, WebhookProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'results:publish', slug)
    if (actor.kind !== 'person') throw notFound('fund')
    const address = readAddress(typed.address, services.config.evaluation)
    const events = webhookEvents.filter((event) => typed.events.includes(event))
    const problems: WebhookProblem[] = address.ok ? [] : [...address.problems]
    if (events.length === 0) problems.push({ code: 'events-missing' })
    if ((await webhooksOf(tx, fund.id)).length >= mostWebhooks) problems.push({ code: 'too-many', most: mostWebhooks })
    if (!address.ok || problems.length > 0) return refused(...problems)
    const id = services.newId()
    const { secret, sealed } = newSecret(services, id)
    const row = {
      id,
      fundId: fund.id,
      address: address.value,
      events,
      sealedSecret: sealed,
      at,
      createdBy: actor.personId,
    }
    if (!(await insertWebhook(tx, row))) return refused<WebhookProblem>({ code: 'address-known' })
    await recordEvent(tx, {
      action: 'webhook.registered',
      actorId: actor.personId,
      fundId: fund.id,
      objectType: 'webhook',
      objectId: id,
      at,
      facts: { host: new URL(address.value).host, events },
    })
    return done({ id, secret: secretText(secret) })
  })
}
