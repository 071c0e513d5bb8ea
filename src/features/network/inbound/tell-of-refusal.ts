import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Person } from '../../accounts/index.ts'
import type { Fund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { networkPath } from '../network.paths.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { refusalMail } from './inbound-mail.messages.ts'
import type { MailOutcome } from './mails.store.ts'

/** Tells somebody that nothing came of their mail, and what to do. Marked as automatic, so that no program answers it. */
export async function tellOfRefusal(
  tx: Tx,
  services: Services,
  { fund, person, outcome }: { readonly fund: Fund; readonly person: Person; readonly outcome: MailOutcome },
): Promise<void> {
  const mail = refusalMail(outcome, {
    fundName: fund.name,
    link: `${originForMail(services.config)}${networkPath(fund.slug)}`,
  })
  if (mail === undefined) return
  await queueInNetwork(tx, services, fund, {
    kind: 'network.reply-refused',
    to: { id: person.id, email: person.email },
    ...mail,
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
}
