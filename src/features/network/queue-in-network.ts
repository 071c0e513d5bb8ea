import { illustrativeWords, markedSubject } from '../../core/text/illustrative-words.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import type { Fund } from '../funds/index.ts'
import { type NewMessage, queueMessage } from '../notifications/index.ts'

/** A message of a network, before it is marked. */
export type NetworkMessage = Pick<NewMessage, 'subject' | 'body' | 'headers' | 'calendar'> & {
  readonly kind: `network.${string}`
  readonly to: { readonly id: string | null; readonly email: string }
}

/** Queues a message of the network of a fund: what is made up is marked in every one. @returns its id */
export const queueInNetwork = async (
  tx: Tx,
  services: Services,
  fund: Pick<Fund, 'id' | 'illustrative'>,
  { kind, to, subject, body, headers, calendar }: NetworkMessage,
): Promise<string> =>
  await queueMessage(tx, services, {
    kind,
    recipient: to.email,
    personId: to.id,
    fundId: fund.id,
    subject: markedSubject(fund.illustrative, subject),
    body: fund.illustrative ? `${illustrativeWords}\n\n${body}` : body,
    ...(headers === undefined ? {} : { headers }),
    calendar,
  })
