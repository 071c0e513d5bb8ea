import type { SignedIn } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { joinRequestedMessage } from './accounts.messages.ts'
import { membershipRequestsPath, organisationPeoplePath } from './accounts.paths.ts'
import { domainsOf, type Organisation, organisationById } from './organisations.store.ts'
import { lockMembership, membersOf, programmeTeamEmails, saveMembership } from './people.store.ts'
import { domainOf } from './read-email.ts'

export type JoinProblem =
  | { readonly code: 'organisation-unknown' }
  | { readonly code: 'organisation-ended'; readonly name: string }
  | { readonly code: 'member-already'; readonly name: string }
  | { readonly code: 'requested-already'; readonly name: string }

export type Joined = { readonly organisation: Organisation; readonly state: 'requested' | 'confirmed' }

export type JoinAsked = { readonly actor: SignedIn; readonly organisationId: string; readonly at: Date }

/**
 * Asks to act for an organisation. The first person of an organisation is confirmed at once when their address is of a
 * domain on its record; anybody else waits for a member of it or, while it has none, for a programme team. Whoever can
 * confirm is told.
 */
export async function joinOrganisation(services: Services, asked: JoinAsked): Promise<Result<Joined, JoinProblem>> {
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
): Promise<Result<Joined, JoinProblem>> {
  const { personId } = actor
  const { membership, confirmedMembers } = await lockMembership(tx, personId, organisationId)
  const { name } = organisation
  if (membership?.state === 'confirmed') return refused({ code: 'member-already', name })
  if (membership?.state === 'requested') return refused({ code: 'requested-already', name })

  // Somebody who was refused or taken off is not let in again by their address alone.
  const domains = membership === undefined && confirmedMembers === 0 ? await domainsOf(tx, organisationId) : []
  const confirmed = domains.includes(domainOf(actor.email))
  const state = confirmed ? 'confirmed' : 'requested'
  await saveMembership(tx, {
    personId,
    organisationId,
    state,
    requestedAt: at,
    decidedAt: confirmed ? at : null,
    decidedBy: null,
  })
  await recordEvent(tx, {
    action: `membership.${state}`,
    actorId: personId,
    objectType: 'membership',
    objectId: `${personId} ${organisationId}`,
    at,
    facts: { organisationId, by: confirmed ? 'domain' : null },
  })
  if (!confirmed) await tellDeciders(tx, services, actor, organisation)
  return done({ organisation, state })
}

async function tellDeciders(tx: Tx, services: Services, actor: SignedIn, organisation: Organisation): Promise<void> {
  const members = (await membersOf(tx, organisation.id)).filter(({ state }) => state === 'confirmed')
  const deciders = members.length > 0 ? members : await programmeTeamEmails(tx)
  const path = members.length > 0 ? organisationPeoplePath(organisation.id) : membershipRequestsPath
  const { publicUrl } = services.config
  const message = joinRequestedMessage({
    who: actor.name === '' ? actor.email : `${actor.name} (${actor.email})`,
    organisationName: organisation.name,
    link: publicUrl === undefined ? undefined : `${publicUrl}${path}`,
  })
  for (const { id, email } of deciders) {
    await queueMessage(tx, services, { kind: 'membership-requested', recipient: email, personId: id, ...message })
  }
}
