import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import type { Fund } from '../funds/index.ts'
import { queueMessage, type ToQueue } from '../notifications/index.ts'

/** A message of a network, before it is marked. */
export type NetworkMessage = Pick<ToQueue, 'words' | 'headers'> & {
  readonly kind: `network.${string}`
  readonly to: { readonly id: string | null; readonly email: string }
}

/** Queues a message of the network of a fund: what is made up is marked in every one. @returns its id */
export const queueInNetwork = async (
  tx: Tx,
  services: Services,
  { id: fundId, illustrative }: Pick<Fund, 'id' | 'illustrative'>,
  { to, ...message }: NetworkMessage,
): Promise<string> =>
  await queueMessage(tx, services, { ...message, recipient: to.email, personId: to.id, fundId, illustrative })
