import type { MessageKind } from '../../../core/notifications/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { membersOf } from '../../accounts/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { mailEach } from '../awarding/mail-council.ts'

type Message = { readonly kind: MessageKind; readonly subject: string; readonly body: string }

/** Writes to the confirmed people of the body that complained. */
export async function mailComplainant(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  { organisationId }: { readonly organisationId: string },
  message: Message,
): Promise<void> {
  const members = (await membersOf(tx, organisationId)).filter(({ state }) => state === 'confirmed')
  const emails = members.map(({ email }) => email)
  await mailEach(tx, services, round, emails, message)
}
