import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Fund } from '../../../core/rounds/fund.ts'
import { overlapHours, pingEvent, webhookEvents } from '../../../core/webhooks/webhook.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { findFund, holdFund } from '../../funds/index.ts'
import { markWaiting, messageById } from './messages.store.ts'
import { queueToWebhook } from './queue-message.ts'
import { newSecret } from './seal-webhook.ts'
import { secretText } from './sign-message.ts'
import { sendToWebhookJob, type ToSend } from './webhook-jobs.ts'
import {
  markActive,
  markPaused,
  markRemoved,
  replaceSecret,
  updateEvents,
  type Webhook,
  webhookById,
} from './webhooks.store.ts'

/** Which webhook, by the two parts of its address, and when. */
export type OfWebhook = { readonly fund: string; readonly id: string; readonly at: Date }

/** A webhook of a fund whose results are this person's to publish. @throws {NotFound} */
export async function findWebhook(
  db: Database,
  actor: Actor,
  { fund: slug, id }: Pick<OfWebhook, 'fund' | 'id'>,
): Promise<{ readonly fund: Fund; readonly webhook: Webhook }> {
  const fund = await findFund(db, actor, 'results:publish', slug)
  return { fund, webhook: await webhookOfFund(db, fund, id) }
}

/** A webhook of a fund. @throws {NotFound} */
export async function webhookOfFund(db: Database | Tx, fund: Fund, id: string): Promise<Webhook> {
  const webhook = await webhookById(db, id)
  if (webhook?.fundId !== fund.id) throw notFound('webhook')
  return webhook
}

/** Does something to a webhook with its trace, or leaves no trace where there was nothing to do. */
async function change<Value>(
  services: Services,
  actor: Actor,
  { fund: slug, id, at }: OfWebhook,
  action: string,
  work: (tx: Tx, webhook: Webhook, fund: Fund) => Promise<Value | undefined>,
): Promise<Value | undefined> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'results:publish', slug)
    const value = await work(tx, await webhookOfFund(tx, fund, id), fund)
    if (value === undefined) return undefined
    const actorId = personIdOf(actor)
    await recordEvent(tx, { action, actorId, fundId: fund.id, objectType: 'webhook', objectId: id, at })
    return value
  })
}

/**
 * Changes what it is told of. News of the last days that it was not told of yet, and is from now on, is sent too.
 *
 * @throws {NotFound} if the webhook is not there, or the results of its fund not this person's to publish
 */
export async function changeEvents(
  services: Services,
  actor: Actor,
  of: OfWebhook & { readonly typed: readonly string[] },
): Promise<Result<undefined, { readonly code: 'events-missing' }>> {
  const events = webhookEvents.filter((event) => of.typed.includes(event))
  if (events.length === 0) {
    await findWebhook(services.db, actor, of)
    return refused({ code: 'events-missing' })
  }
  await change<true>(services, actor, of, 'webhook.events-changed', async (tx, webhook) => {
    if (webhook.events.join() === events.join()) return undefined
    await updateEvents(tx, webhook.id, events)
    return true
  })
  return done(undefined)
}

const ifDone = (changed: boolean): true | undefined => (changed ? true : undefined)

/** Sends nothing more to it, until it is resumed. */
export const pauseWebhook = async (services: Services, actor: Actor, of: OfWebhook): Promise<true | undefined> =>
  await change<true>(services, actor, of, 'webhook.paused', async (tx, { id }) => ifDone(await markPaused(tx, id, '')))

/** Tells it of what happens from now on. */
export const resumeWebhook = async (services: Services, actor: Actor, of: OfWebhook): Promise<true | undefined> =>
  await change<true>(services, actor, of, 'webhook.resumed', async (tx, { id }) =>
    ifDone(await markActive(tx, id, of.at)),
  )

/** Takes it away for good, with its secret. What was sent stays in the log for as long as that is kept. */
export const removeWebhook = async (services: Services, actor: Actor, of: OfWebhook): Promise<true | undefined> =>
  await change<true>(services, actor, of, 'webhook.removed', async (tx, { id }) => {
    await markRemoved(tx, id, of.at)
    return true
  })

/** Gives it another secret, which is shown this once; the one before signs beside it for a day. */
export const renewSecret = async (services: Services, actor: Actor, of: OfWebhook): Promise<string | undefined> =>
  await change<string>(
    services,
    actor,
    of,
    'webhook.secret-renewed',
    async (tx, { id }) => await putNewSecret(tx, services, id, of.at),
  )

/** Puts another secret in force within a transaction. @returns it as it is shown */
export async function putNewSecret(
  tx: Tx,
  services: Pick<Services, 'secretKey' | 'randomBytes'>,
  id: string,
  at: Date,
): Promise<string> {
  const { secret, sealed } = newSecret(services, id)
  await replaceSecret(tx, id, sealed, new Date(at.getTime() + overlapHours * 3_600_000))
  return secretText(secret)
}

/** Sends a message that tells nothing, to try the receiver out; not while it is paused. */
export const pingWebhook = async (services: Services, actor: Actor, of: OfWebhook): Promise<true | undefined> =>
  await change<true>(services, actor, of, 'webhook.pinged', async (tx, { id, state }, { slug, name, illustrative }) => {
    if (state !== 'active') return undefined
    const subject = `${pingEvent}:${services.newId()}`
    const data = { fund: { slug, name, illustrative } }
    await queueToWebhook(tx, services, id, { event: pingEvent, subject, happenedAt: of.at, data, at: of.at })
    return true
  })

/** Sends a message once more, with the id that it had; not while it waits for a try, nor while the webhook is paused. */
export const sendAgain = async (
  services: Services,
  actor: Actor,
  of: OfWebhook & { readonly message: string },
): Promise<true | undefined> =>
  await change<true>(services, actor, of, 'webhook.message-sent-again', async (tx, { id, state }) => {
    const message = await messageById(tx, of.message)
    if (message?.webhookId !== id) throw notFound('message')
    if (state !== 'active' || !(await markWaiting(tx, message.id))) return undefined
    await services.sendJob(tx, sendToWebhookJob, { id: message.id, number: 1 } satisfies ToSend)
    return true
  })
