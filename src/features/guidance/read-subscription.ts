import { notFound } from '../../core/errors.ts'
import type { Services } from '../../platform/services.ts'
import { roundById } from '../funds/index.ts'
import { hasRunOut } from './change-subscription.ts'
import {
  confirmSubscriptionPath,
  roundPath,
  subscribePath,
  subscriptionPath,
  unsubscribePath,
} from './guidance.paths.ts'
import type { SubscriptionKind } from './guidance-parts.ts'
import { readSubscriptionToken } from './subscription-token.ts'
import { subscriptionById } from './subscriptions.store.ts'

/** A subscription as its owner sees it, by the link in a message. */
export type OwnSubscription = {
  readonly state: 'to-confirm' | 'run-out' | 'confirmed' | 'ended'
  readonly fundName: string
  readonly roundName: string
  readonly illustrative: boolean
  readonly email: string
  readonly kinds: readonly SubscriptionKind[]
  readonly roundHref: string
  readonly againHref: string
  readonly confirmAction: string
  readonly changeAction: string
  readonly endAction: string
}

/** @throws {NotFound} if the service did not make the token */
export async function readSubscription(
  { db, secretKey }: Pick<Services, 'db' | 'secretKey'>,
  token: string,
  now: Date,
): Promise<OwnSubscription> {
  const id = readSubscriptionToken(token, secretKey)
  const subscription = id === undefined ? undefined : await subscriptionById(db, id)
  const round = subscription && (await roundById(db, subscription.roundId))
  if (subscription === undefined || round === undefined) throw notFound('subscription')
  const address = { fund: round.fund.slug, round: round.slug }
  return {
    state: stateOf(subscription, now),
    fundName: round.fund.name,
    roundName: round.name,
    illustrative: round.illustrative || round.fund.illustrative,
    email: subscription.email,
    kinds: subscription.kinds,
    roundHref: roundPath(address),
    againHref: subscribePath(address),
    confirmAction: confirmSubscriptionPath(token),
    changeAction: subscriptionPath(token),
    endAction: unsubscribePath(token),
  }
}

function stateOf(
  subscription: { readonly askedAt: Date; readonly confirmedAt: Date | null; readonly endedAt: Date | null },
  now: Date,
): OwnSubscription['state'] {
  if (subscription.endedAt !== null) return 'ended'
  if (subscription.confirmedAt !== null) return 'confirmed'
  return hasRunOut(subscription, now) ? 'run-out' : 'to-confirm'
}
