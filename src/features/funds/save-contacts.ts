import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { type ContactProblem, readContacts } from '../../core/rounds/read-contacts.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { invitationsOf, updateContacts } from './invitations.store.ts'
import { type InviteProblem, whyNotNow } from './invite-authorities.ts'
import { writeInvitationsJob } from './write-invitations.ts'

export type ContactsProblem = ContactProblem | InviteProblem | { readonly code: 'nothing-pasted' }

/**
 * Takes the addresses of invited bodies from pasted lines of code and email, all of them or none, and sends the
 * invitation to each new address.
 *
 * @returns how many addresses are new
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function saveContacts(
  services: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly pasted: string
    readonly origin: string
    readonly at: Date
  },
): Promise<Result<{ readonly changed: number }, ContactsProblem>> {
  const { actor, path, pasted, origin, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const notNow = whyNotNow(round, at)
    if (notNow !== undefined) return refused<ContactsProblem>(notNow)
    const idByCode = new Map<string, string>()
    for (const { organisationId, gssCode } of await invitationsOf(tx, round.id)) {
      idByCode.set(organisationId.toUpperCase(), organisationId)
      if (gssCode !== null) idByCode.set(gssCode.toUpperCase(), organisationId)
    }
    const { contacts, problems } = readContacts(pasted, idByCode)
    if (problems.length > 0) return refused<ContactsProblem>(...problems)
    if (contacts.length === 0) return refused<ContactsProblem>({ code: 'nothing-pasted' })
    const changed = await updateContacts(tx, round.id, contacts)
    if (changed === 0) return done({ changed })
    await services.sendJob(tx, writeInvitationsJob, { roundId: round.id, origin, remindedAt: null })
    await recordEvent(tx, {
      action: 'invitation.contacts-saved',
      actorId: personIdOf(actor),
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { changed, organisationIds: contacts.map(({ organisationId }) => organisationId) },
    })
    return done({ changed })
  })
}
