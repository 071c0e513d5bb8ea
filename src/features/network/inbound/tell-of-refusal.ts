import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Person } from '../../accounts/index.ts'
import type { Fund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { networkPath } from '../network.paths.ts'
import { threadPath } from '../posts/posts.paths.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { leftOutMail, refusalMail } from './inbound-mail.messages.ts'
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
  if (mail !== undefined) await answerAutomatically(tx, services, { fund, person }, mail)
}

/** Tells somebody whose answer was posted which files were left out of it. */
export async function tellOfLeftOut(
  tx: Tx,
  services: Services,
  { fund, person, thread, files }: To & { readonly thread: string; readonly files: readonly string[] },
): Promise<void> {
  if (files.length === 0) return
  const link = `${originForMail(services.config)}${threadPath(fund.slug, thread)}`
  await answerAutomatically(tx, services, { fund, person }, leftOutMail(files, { fundName: fund.name, link }))
}

type To = { readonly fund: Fund; readonly person: Person }

const answerAutomatically = async (
  tx: Tx,
  services: Services,
  { fund, person }: To,
  mail: { readonly subject: string; readonly body: string },
): Promise<void> => {
  await queueInNetwork(tx, services, fund, {
    kind: 'network.reply-refused',
    to: { id: person.id, email: person.email },
    ...mail,
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
}
