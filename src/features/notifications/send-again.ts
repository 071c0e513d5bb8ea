import { notFound } from '../../core/errors.ts'
import { type Actor, may } from '../../core/permissions/index.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { markQueuedAgain } from './notifications.store.ts'
import { sendMessageJob } from './queue-message.ts'

/**
 * Tries a message again that was given up.
 *
 * @throws {NotFound} if the person does not look after the service, or there is no such message to send
 */
export async function sendAgain(services: Services, actor: Actor, id: string, at: Date): Promise<void> {
  if (actor.kind !== 'person' || !may(actor, 'service:administer', null)) throw notFound('message')
  await services.db.transaction().execute(async (tx) => {
    if (!(await markQueuedAgain(tx, id))) throw notFound('message')
    await services.sendJob(tx, sendMessageJob, { id })
    await recordEvent(tx, {
      action: 'message.sent-again',
      actorId: actor.personId,
      objectType: 'message',
      objectId: id,
      at,
    })
  })
}
