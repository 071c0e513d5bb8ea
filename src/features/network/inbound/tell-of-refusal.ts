import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Person } from '../../accounts/index.ts'
import type { Fund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { networkPath } from '../network.paths.ts'
import { threadPath } from '../posts/posts.paths.ts'
import { type NetworkMessage, queueInNetwork } from '../queue-in-network.ts'
import { isTold, leftOutMail, refusalMail } from './inbound-mail.messages.ts'
import type { MailOutcome } from './mails.store.ts'

/** Tells somebody that nothing came of their mail, and what to do. Marked as automatic, so that no program answers it. */
export async function tellOfRefusal(
  tx: Tx,
  services: Services,
  { fund, person, outcome }: { readonly fund: Fund; readonly person: Person; readonly outcome: MailOutcome },
): Promise<void> {
  if (!isTold(outcome)) return
  const link = `${originForMail(services.config)}${networkPath(fund.slug)}`
  await answerAutomatically(tx, services, { fund, person }, (say) =>
    say(refusalMail)(outcome, { fundName: fund.name, link }),
  )
}

/** Tells somebody whose answer was posted which files were left out of it. */
export async function tellOfLeftOut(
  tx: Tx,
  services: Services,
  { fund, person, thread, files }: To & { readonly thread: string; readonly files: readonly string[] },
): Promise<void> {
  if (files.length === 0) return
  const link = `${originForMail(services.config)}${threadPath(fund.slug, thread)}`
  await answerAutomatically(tx, services, { fund, person }, (say) =>
    say(leftOutMail)(files, { fundName: fund.name, link }),
  )
}

type To = { readonly fund: Fund; readonly person: Person }

const answerAutomatically = async (
  tx: Tx,
  services: Services,
  { fund, person }: To,
  words: NetworkMessage['words'],
): Promise<void> => {
  await queueInNetwork(tx, services, fund, {
    kind: 'network.reply-refused',
    to: { id: person.id, email: person.email },
    words,
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
}
