import { notFound } from '../../core/errors.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { roundById } from '../funds/index.ts'
import { readKinds, type SubscribeProblem } from './ask-for-updates.ts'
import { readSubscriptionToken } from './subscription-token.ts'
import { lockSubscription, markConfirmed, markEnded, type Subscription, saveKinds } from './subscriptions.store.ts'

/** The link of an unconfirmed subscription is good for so many days. */
export const confirmDays = 7

export type ConfirmProblem = { readonly code: 'link-has-run-out' } | { readonly code: 'subscription-ended' }

/** Whether the link of an unconfirmed subscription no longer works. */
export const hasRunOut = ({ askedAt }: Pick<Subscription, 'askedAt'>, now: Date): boolean =>
  now.getTime() - askedAt.getTime() > confirmDays * 24 * 3_600_000

type Held = { readonly token: string; readonly at: Date }

/**
 * Confirms that the holder of the link wants to be told. Twice is as good as once.
 *
 * @throws {NotFound} if the service did not make the token
 */
export async function confirmSubscription(
  services: Services,
  { token, at }: Held,
): Promise<Result<undefined, ConfirmProblem>> {
  return await changing(services, token, async (tx, subscription) => {
    if (subscription.endedAt !== null) return refused<ConfirmProblem>({ code: 'subscription-ended' })
    if (subscription.confirmedAt !== null) return done(undefined)
    if (hasRunOut(subscription, at)) return refused<ConfirmProblem>({ code: 'link-has-run-out' })
    await markConfirmed(tx, subscription.id, at)
    await record(tx, 'subscription.confirmed', subscription, at)
    return done(undefined)
  })
}

/** Changes what the holder of the link is told about. @throws {NotFound} */
export async function changeSubscription(
  services: Services,
  { token, at, kinds }: Held & { readonly kinds: readonly string[] },
): Promise<Result<undefined, SubscribeProblem | ConfirmProblem>> {
  const chosen = readKinds(kinds)
  return await changing(services, token, async (tx, subscription) => {
    if (subscription.endedAt !== null) return refused<SubscribeProblem | ConfirmProblem>({ code: 'subscription-ended' })
    if (chosen.length === 0) return refused<SubscribeProblem | ConfirmProblem>({ code: 'kinds-missing' })
    await saveKinds(tx, subscription.id, chosen)
    await record(tx, 'subscription.changed', subscription, at)
    return done(undefined)
  })
}

/** Ends a subscription; one that has ended stays so. @throws {NotFound} if the service did not make the token */
export async function endSubscription(services: Services, { token, at }: Held): Promise<void> {
  await changing(services, token, async (tx, subscription) => {
    if (subscription.endedAt !== null) return
    await markEnded(tx, subscription.id, at)
    await record(tx, 'subscription.ended', subscription, at)
  })
}

async function changing<Value>(
  { db, secretKey }: Services,
  token: string,
  change: (tx: Tx, subscription: Subscription) => Promise<Value>,
): Promise<Value> {
  const id = readSubscriptionToken(token, secretKey)
  if (id === undefined) throw notFound('subscription')
  return await db.transaction().execute(async (tx) => {
    const subscription = await lockSubscription(tx, id)
    if (subscription === undefined) throw notFound('subscription')
    return await change(tx, subscription)
  })
}

async function record(tx: Tx, action: string, subscription: Subscription, at: Date): Promise<void> {
  const round = await roundById(tx, subscription.roundId)
  await recordEvent(tx, {
    action,
    actorId: null,
    fundId: round?.fundId ?? null,
    objectType: 'subscription',
    objectId: subscription.id,
    at,
    facts: { round: subscription.roundId },
  })
}
