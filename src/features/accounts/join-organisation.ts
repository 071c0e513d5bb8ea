import type { SignedIn } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Say } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { joinRequestedMessage } from './accounts.messages.ts'
import { membershipRequestsPath, organisationPeoplePath } from './accounts.paths.ts'
import { type Organisation, organisationById } from './organisations.store.ts'
import { lockMembership, membersOf, programmeTeamEmails, saveMembership } from './people.store.ts'

export type JoinProblem =
  | { readonly code: 'organisation-unknown' }
  | { readonly code: 'organisation-ended'; readonly name: string }
  | { readonly code: 'member-already'; readonly name: string }
  | { readonly code: 'requested-already'; readonly name: string }

export type JoinAsked = { readonly actor: SignedIn; readonly organisationId: string; readonly at: Date }

/**
 * Asks to act for an organisation. A member of it confirms or, while it has none, a programme team; they are told. That
 * an address is of the organisation's domain suggests it and confirms nobody.
 */
export async function joinOrganisation(
  services: Services,
  asked: JoinAsked,
): Promise<Result<Organisation, JoinProblem>> {
  const { db } = services
  const organisation = await organisationById(db, asked.organisationId)
  if (organisation === undefined) return refused({ code: 'organisation-unknown' })
  const { name, inBeingTo } = organisation
  if (inBeingTo !== null && inBeingTo < isoDay(asked.at)) return refused({ code: 'organisation-ended', name })
  return await db.transaction().execute((tx) => ask(tx, services, asked, organisation))
}

async function ask(
  tx: Tx,
  services: Services,
  { actor, organisationId, at }: JoinAsked,
  organisation: Organisation,
): Promise<Result<Organisation, JoinProblem>> {
  const { personId } = actor
  const membership = await lockMembership(tx, personId, organisationId)
  const { name } = organisation
  if (membership?.state === 'confirmed') return refused({ code: 'member-already', name })
  if (membership?.state === 'requested') return refused({ code: 'requested-already', name })

  const undecided = { state: 'requested', requestedAt: at, decidedAt: null, decidedBy: null } as const
  await saveMembership(tx, { personId, organisationId, ...undecided })
  await recordEvent(tx, {
    action: 'membership.requested',
    actorId: personId,
    objectType: 'membership',
    objectId: `${personId} ${organisationId}`,
    at,
    facts: { organisationId },
  })
  await tellDeciders(tx, services, actor, organisation)
  return done(organisation)
}

async function tellDeciders(tx: Tx, services: Services, actor: SignedIn, organisation: Organisation): Promise<void> {
  const members = (await membersOf(tx, organisation.id)).filter(({ state }) => state === 'confirmed')
  const deciders = members.length > 0 ? members : await programmeTeamEmails(tx)
  const path = members.length > 0 ? organisationPeoplePath(organisation.id) : membershipRequestsPath
  const { publicUrl } = services.config
  const message = (say: Say) =>
    say(joinRequestedMessage)({
      who: actor.name === '' ? actor.email : `${actor.name} (${actor.email})`,
      organisationName: organisation.name,
      link: publicUrl === undefined ? undefined : `${publicUrl}${path}`,
    })
  for (const { id, email } of deciders) {
    await queueMessage(tx, services, { kind: 'membership-requested', recipient: email, personId: id, words: message })
  }
}
