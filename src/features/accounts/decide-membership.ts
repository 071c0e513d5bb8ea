import { notFound } from '../../core/errors.ts'
import { actsFor, fundsWith, type SignedIn } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Say } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { membershipDecidedMessage } from './accounts.messages.ts'
import { organisationById } from './organisations.store.ts'
import { lockMembership, personById, saveMembership } from './people.store.ts'

export type MembershipDecision = 'confirmed' | 'refused' | 'ended'

export type MemberProblem = { readonly code: 'not-a-member' } | { readonly code: 'own-request' }

export type MembershipDecided = {
  readonly actor: SignedIn
  readonly personId: string
  readonly organisationId: string
  readonly decision: MembershipDecision
  readonly at: Date
  /** The address of the service. */
  readonly origin: string
}

const actions: Readonly<Record<MembershipDecision, string>> = {
  confirmed: 'membership.confirmed',
  refused: 'membership.refused',
  ended: 'membership.ended',
}

/** Somebody who is confirmed for a body, and by whom. */
export type ConfirmedMember = {
  readonly personId: string
  readonly email: string
  readonly organisationId: string
  readonly at: Date
  readonly by: string
  readonly origin: string
}

/**
 * Follows in the same transaction when somebody is confirmed: what they may not read any more is taken from them, and
 * they are told of what waits for the body.
 */
export type MemberConfirmed = (tx: Tx, member: ConfirmedMember) => Promise<void>

/** Whether this person may say who works for an organisation: a confirmed member of it, or any programme team. */
export const mayDecideMembers = (actor: SignedIn, organisationId: string): boolean =>
  actsFor(actor, organisationId) || fundsWith(actor, 'fund:edit').length > 0

/**
 * Confirms or refuses somebody who asked, or takes somebody off. They are told by email, unless they left themselves.
 *
 * @throws {NotFound} if the actor has no say there, or there is no such organisation
 */
export async function decideMembership(
  services: Services,
  decided: MembershipDecided,
  confirmed: MemberConfirmed,
): Promise<Result<undefined, MemberProblem>> {
  const { actor, personId, organisationId, decision, at, origin } = decided
  const own = actor.personId === personId
  if (!mayDecideMembers(actor, organisationId) && !(own && decision === 'ended')) throw notFound('organisation')
  if (own && decision !== 'ended') return refused({ code: 'own-request' })
  return await services.db.transaction().execute(async (tx) => {
    const organisation = await organisationById(tx, organisationId)
    const person = await personById(tx, personId)
    if (organisation === undefined || person === undefined) throw notFound('organisation or person')
    const membership = await lockMembership(tx, personId, organisationId)
    const from = decision === 'ended' ? ['requested', 'confirmed'] : ['requested']
    if (membership === undefined || !from.includes(membership.state)) return refused({ code: 'not-a-member' })
    await saveMembership(tx, { ...membership, state: decision, decidedAt: at, decidedBy: actor.personId })
    await recordEvent(tx, {
      action: actions[decision],
      actorId: actor.personId,
      objectType: 'membership',
      objectId: `${personId} ${organisationId}`,
      at,
      facts: { personId, organisationId },
    })
    if (!own) {
      const message = (say: Say) => say(membershipDecidedMessage)({ organisationName: organisation.name, decision })
      await queueMessage(tx, services, {
        kind: 'membership-decided',
        recipient: person.email,
        personId,
        words: message,
      })
    }
    if (decision === 'confirmed') {
      await confirmed(tx, { personId, email: person.email, organisationId, at, by: actor.personId, origin })
    }
    return done(undefined)
  })
}
