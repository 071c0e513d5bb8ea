import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { mailPartnerAsked } from './ask-mail.ts'
import { openRequests } from './partners.store.ts'

/**
 * Tells somebody who is confirmed for a body, by email, of what it was asked before: each application that it can still
 * answer, so that who comes first to a body finds out without looking.
 */
export async function tellOfRequests(
  tx: Tx,
  services: Services,
  member: { readonly email: string; readonly organisationId: string; readonly at: Date; readonly origin: string },
): Promise<void> {
  const { email, organisationId, at, origin } = member
  for (const request of await openRequests(tx, organisationId, isoDay(at))) {
    if (request.deadlineAt !== null && request.deadlineAt <= at) continue
    const { organisation, lead, by } = request
    await mailPartnerAsked(tx, services, { application: request, organisation, lead, by, origin }, { recipient: email })
  }
}
