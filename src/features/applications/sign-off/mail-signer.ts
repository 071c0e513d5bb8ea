import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { actingPeople, organisationById } from '../../accounts/index.ts'
import type { ApplicationInRound } from '../applications.store.ts'
import { type MessageAbout, queueAbout } from '../queue-about.ts'
import type { SignOff } from './read-sign-offs.ts'
import type { SignOffMail } from './sign-offs.messages.ts'
import { signOffPath } from './sign-offs.paths.ts'

/** The most times that a signer is reminded of one sign-off in one UK day. */
export const mostRemindersInDay = 3

/** The most messages about one sign-off in one UK day, with those that say that it must be signed again. */
export const mostMessagesInDay = 6

/** What a message about a sign-off tells. */
export const mailAbout = (
  { reference, fundName, deadlineAt }: ApplicationInRound,
  { kind, organisation, slot }: Pick<SignOff, 'kind' | 'organisation' | 'slot'>,
  lead: { readonly name: string },
  origin: string,
): SignOffMail => ({
  kind,
  organisation: organisation.name,
  lead: lead.name,
  reference,
  fund: fundName,
  deadlineAt,
  link: `${origin}${signOffPath(reference, slot)}`,
})

/** To whom one writes: the person asked; of a partner who signed for it, or else all of its people or its own address. */
export async function addressesOf(
  tx: Tx,
  { kind, organisationId, kept }: Pick<SignOff, 'kind' | 'organisationId' | 'kept'>,
  at: Date,
): Promise<readonly string[]> {
  if (kind !== 'partner') return kept === undefined ? [] : [kept.email]
  const members = await actingPeople(tx, organisationId, at)
  const signer = members.find(({ id }) => id === kept?.signature?.signedBy)
  if (signer !== undefined) return [signer.email]
  if (members.length > 0) return members.map(({ email }) => email)
  const contact = (await organisationById(tx, organisationId))?.contactEmail
  return contact ? [contact] : []
}

/** Queues one message to each address. */
export async function sendAbout(
  tx: Tx,
  services: Services,
  application: ApplicationInRound,
  recipients: readonly string[],
  message: Pick<MessageAbout, 'kind' | 'words'>,
): Promise<void> {
  for (const recipient of recipients) await queueAbout(tx, services, application, { recipient, ...message })
}
