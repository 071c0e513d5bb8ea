import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { membersOf } from '../../accounts/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { mailEach, type ToEach } from '../awarding/mail-council.ts'

/** Writes to the confirmed people of the body that complained. */
export async function mailComplainant(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  { organisationId }: { readonly organisationId: string },
  message: ToEach,
): Promise<void> {
  const members = (await membersOf(tx, organisationId)).filter(({ state }) => state === 'confirmed')
  const emails = members.map(({ email }) => email)
  await mailEach(tx, services, round, emails, message)
}
