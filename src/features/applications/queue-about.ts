import type { MessageKind } from '../../core/notifications/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type NewMessage, queueMessage } from '../notifications/index.ts'
import { illustrativeWords, markedSubject } from './applications.messages.ts'

/** The application that a message is about, as far as the message must know it. */
export type About = {
  /** Made up, for demonstration: the message says so in its subject and its first line. */
  readonly illustrative: boolean
  readonly fundId: string
}

/** A message about an application, before it is marked. */
export type MessageAbout = {
  readonly kind: MessageKind
  readonly recipient: string
  readonly personId?: string | null
  readonly subject: string
  /** Plain text. */
  readonly body: string
  readonly calendar?: NewMessage['calendar']
}

/**
 * Queues a message about an application: the one way in which this area writes to anybody, so that what is made up is
 * marked in every message.
 */
export async function queueAbout(
  tx: Tx,
  services: Services,
  { illustrative, fundId }: About,
  { personId = null, subject, body, kind, recipient, calendar }: MessageAbout,
): Promise<void> {
  await queueMessage(tx, services, {
    kind,
    recipient,
    personId,
    fundId,
    calendar,
    subject: markedSubject(illustrative, subject),
    body: illustrative ? `${illustrativeWords}\n\n${body}` : body,
  })
}
