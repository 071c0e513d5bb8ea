import { slotName } from '../../../core/sign-offs/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type Organisation, organisationById } from '../../accounts/index.ts'
import type { ApplicationInRound } from '../applications.store.ts'
import { addressesOf, mailAbout, mostMessagesInDay, sendAbout } from './mail-signer.ts'
import { mustSignMail } from './sign-offs.messages.ts'
import { countMessage, ensureSignOffRow } from './sign-offs.store.ts'

type Accepted = {
  readonly application: ApplicationInRound
  readonly organisation: Organisation
  readonly at: Date
  readonly personId: string
  /** The address of the service. */
  readonly origin: string
}

/** Tells a partner that has accepted that one of its people must sign the application, where the round asks for it, and how. */
export async function tellPartnerToSign(tx: Tx, services: Services, accepted: Accepted): Promise<void> {
  const { application, organisation, at, personId, origin } = accepted
  if (!application.signOffs.includes('partner')) return
  const lead = await organisationById(tx, application.leadId)
  if (lead === undefined) return
  const slot = { kind: 'partner', organisationId: organisation.id } as const
  const key = { applicationId: application.id, ...slot }
  await ensureSignOffRow(tx, { ...key, at, personId })
  // A partner that accepts and declines in turn fills nobody’s mailbox.
  if (!(await countMessage(tx, key, isoDay(at), mostMessagesInDay))) return
  const mail = mailAbout(application, { kind: 'partner', organisation, slot: slotName(slot) }, lead, origin)
  const recipients = await addressesOf(tx, { ...slot, kept: undefined }, services.clock())
  await sendAbout(tx, services, application, recipients, {
    kind: 'sign-off-asked',
    words: (say) => say(mustSignMail)(mail),
  })
}
