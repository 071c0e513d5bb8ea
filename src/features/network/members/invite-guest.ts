import { notFound } from '../../../core/errors.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { personByEmail, readEmail } from '../../accounts/index.ts'
import { findFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { networkPath } from '../network.paths.ts'
import type { AskedOfNetwork } from '../open-network.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { insertGuest, markGuestEnded } from './guests.store.ts'
import { invitationMail } from './members-mail.messages.ts'

export type GuestProblem =
  | { readonly code: 'email-missing' | 'email-malformed' | 'note-missing' | 'invited-already' }
  | { readonly code: 'note-too-long'; readonly most: number }

type ByTeam = AskedOfNetwork & { readonly personId: string }

const longestNote = 200

/** Invites somebody into the network of a fund by their address, and tells them. @throws {NotFound} for who does not run it */
export async function inviteGuest(
  services: Services,
  asked: ByTeam & { readonly email: string; readonly note: string },
): Promise<Result<string, GuestProblem>> {
  const { at, personId } = asked
  const fund = await findFund(services.db, asked.actor, 'network:run', asked.fund)
  const email = readEmail(asked.email)
  const note = asked.note.trim()
  const problems: GuestProblem[] = email.ok ? [] : [...email.problems]
  if (note === '') problems.push({ code: 'note-missing' })
  if (note.length > longestNote) problems.push({ code: 'note-too-long', most: longestNote })
  if (problems.length > 0 || !email.ok) return refused(...problems)
  const known = await personByEmail(services.db, email.value)
  return await services.db.transaction().execute(async (tx) => {
    const id = services.newId()
    const guest = { id, fundId: fund.id, email: email.value, note, at, by: personId }
    if (!(await insertGuest(tx, guest))) return refused({ code: 'invited-already' })
    await recordInNetwork(tx, {
      action: 'network.guest-invited',
      fundId: fund.id,
      by: personId,
      objectType: 'network-guest',
      objectId: id,
      at,
    })
    const link = `${originForMail(services.config)}${networkPath(fund.slug)}`
    await queueInNetwork(tx, services, fund, {
      kind: 'network.invited',
      to: { id: known?.id ?? null, email: email.value },
      words: (say) => say(invitationMail)({ fundName: fund.name, link }),
    })
    return done(email.value)
  })
}

/** Ends an invitation: they are no longer a member. @throws {NotFound} if there is none, or it is not theirs to end */
export async function endGuest(services: Services, asked: ByTeam & { readonly guest: string }): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const fund = await findFund(tx, asked.actor, 'network:run', asked.fund)
    if (!(await markGuestEnded(tx, fund.id, asked.guest, asked.at))) throw notFound('guest')
    await recordInNetwork(tx, {
      action: 'network.guest-ended',
      fundId: fund.id,
      by: asked.personId,
      objectType: 'network-guest',
      objectId: asked.guest,
      at: asked.at,
    })
  })
}
