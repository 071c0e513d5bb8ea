import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { queueMessage, type ToQueue } from '../notifications/index.ts'

/** The application that a message is about, as far as the message must know it. */
export type About = {
  /** Made up, for demonstration: the message says so in its subject and its first line. */
  readonly illustrative: boolean
  readonly fundId: string
}

/** A message about an application, before it is marked. */
export type MessageAbout = Pick<ToQueue, 'kind' | 'recipient' | 'personId' | 'words'>

/**
 * Queues a message about an application: the one way in which this area writes to anybody, so that what is made up is
 * marked in every message.
 */
export async function queueAbout(
  tx: Tx,
  services: Services,
  { illustrative, fundId }: About,
  message: MessageAbout,
): Promise<void> {
  await queueMessage(tx, services, { ...message, fundId, illustrative })
}
