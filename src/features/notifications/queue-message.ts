import { digestAt } from '../../core/notifications/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertMessage, type NewMessage } from './notifications.store.ts'

/** The job that hands one stored message to whatever carries mail. */
export const sendMessageJob = 'send-message'

/**
 * Writes a message and the job that sends it, in the transaction of the change it tells of: nobody is told of a change
 * that was undone, and no change that was made goes untold.
 *
 * Whoever has chosen to be told otherwise of such messages finds it in their next digest, or in the notification centre.
 *
 * @returns the id of the message
 */
export async function queueMessage(tx: Tx, services: Services, message: NewMessage): Promise<string> {
  const id = services.newId()
  const at = services.clock()
  const next = { daily: digestAt('daily', at), weekly: digestAt('weekly', at) }
  const state = await insertMessage(tx, id, message, { at, next })
  if (state === 'queued') await services.sendJob(tx, sendMessageJob, { id })
  return id
}
