import { done, type Result, refused } from '../../core/result.ts'
import { readEmail } from '../../core/rounds/field-problem.ts'
import { originForMail } from '../../platform/config/origin-for-mail.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import type { RoundInFund } from '../funds/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { subscriptionPath } from './guidance.paths.ts'
import { confirmMessage, heldAlreadyMessage } from './guidance-mail.messages.ts'
import { type SubscriptionKind, subscriptionKinds } from './guidance-parts.ts'
import { subscriptionToken } from './subscription-token.ts'
import { ensureSubscription, markAsked, type Subscription, saveKinds } from './subscriptions.store.ts'

export type SubscribeProblem =
  | { readonly code: 'email-missing' | 'email-malformed' }
  | { readonly code: 'kinds-missing' }

/** For so long one address gets no second message about its subscription, so that nobody can be buried in them. */
const quietMilliseconds = 10 * 60_000

/** The kinds that were chosen, each once, in our order; what is not a kind is passed over. */
export const readKinds = (chosen: readonly string[]): readonly SubscriptionKind[] =>
  subscriptionKinds.filter((kind) => chosen.includes(kind))

/**
 * Writes to an address that somebody asks to have told, with a link to confirm it. What is answered is the same whether
 * the address is new, waits to be confirmed or is confirmed: only its owner learns which.
 */
export async function askForUpdates(
  services: Services,
  asked: {
    readonly round: RoundInFund
    readonly email: string
    readonly kinds: readonly string[]
    /** In which they read; null for the language of the service. */
    readonly language: string | null
    readonly at: Date
    readonly origin: string
  },
): Promise<Result<undefined, SubscribeProblem>> {
  const email = readEmail('email', asked.email, true)
  const kinds = readKinds(asked.kinds)
  const problems: SubscribeProblem[] = []
  if (!email.ok) problems.push({ code: asked.email.trim() === '' ? 'email-missing' : 'email-malformed' })
  if (kinds.length === 0) problems.push({ code: 'kinds-missing' })
  if (!email.ok || problems.length > 0) return refused(...problems)
  await services.db.transaction().execute((tx) => ask(tx, services, { ...asked, email: email.value, kinds }))
  return done(undefined)
}

type Asked = {
  readonly round: RoundInFund
  readonly email: string
  readonly kinds: readonly SubscriptionKind[]
  readonly language: string | null
  readonly at: Date
  readonly origin: string
}

async function ask(tx: Tx, services: Services, { round, email, kinds, language, at, origin }: Asked): Promise<void> {
  const id = services.newId()
  const { subscription, created } = await ensureSubscription(tx, { id, roundId: round.id, email, kinds, language, at })
  // The kinds of a confirmed one are its owner's: whoever types an address may not change them.
  if (!created && subscription.confirmedAt === null) await saveKinds(tx, subscription.id, kinds)
  if (!created && at.getTime() - subscription.askedAt.getTime() < quietMilliseconds) return
  if (!created) await markAsked(tx, subscription.id, at)
  await write(tx, services, round, { ...subscription, kinds }, originForMail(services.config, origin))
  // Without the address: the log is for ever, and may hold nothing that somebody may ask to have taken out.
  await recordEvent(tx, {
    action: 'subscription.asked',
    actorId: null,
    fundId: round.fundId,
    objectType: 'subscription',
    objectId: subscription.id,
    at,
    facts: { round: round.id },
  })
}

async function write(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  subscription: Subscription,
  origin: string,
): Promise<void> {
  const link = origin + subscriptionPath(subscriptionToken(subscription.id, services.secretKey))
  const about = { fundName: round.fund.name, roundName: round.name, kinds: subscription.kinds, link }
  await queueMessage(tx, services, {
    kind: 'subscription',
    recipient: subscription.email,
    language: subscription.language,
    words: (say) => say(subscription.confirmedAt === null ? confirmMessage : heldAlreadyMessage)(about),
    fundId: round.fundId,
  })
}
