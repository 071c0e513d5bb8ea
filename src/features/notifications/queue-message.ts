import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertMessage, type NewMessage } from './notifications.store.ts'

/** The job that hands one stored message to whatever carries mail. */
export const sendMessageJob = 'send-message'

/**
 * Writes a message and the job that sends it, in the transaction of the change it tells of: nobody is told of a change
 * that was undone, and no change that was made goes untold.
 *
 * @returns the id of the message
 */
export async function queueMessage(tx: Tx, services: Services, message: NewMessage): Promise<string> {
  const id = services.newId()
  await insertMessage(tx, id, message, services.clock())
  await services.sendJob(tx, sendMessageJob, { id })
  return id
}
