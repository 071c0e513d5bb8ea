import { notFound } from '../../../core/errors.ts'
import type { MessageGroup } from '../../../core/notifications/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { chosenBy, isPerson, stopGroup } from './delivery.store.ts'
import { readStopToken, type Stopped } from './stop-token.ts'

/**
 * Stops the emails that the holder of the link means: of one group of messages or, from a digest, of all that come in
 * digests. Twice is as good as once.
 *
 * @returns what was stopped
 * @throws {NotFound} if the service did not make the token
 */
export async function stopMessages(services: Services, token: string, at: Date): Promise<Stopped> {
  const { personId, group } = await stoppedBy(services, token)
  await services.db.transaction().execute(async (tx) => {
    const chosen = await chosenBy(tx, personId)
    const inDigests = chosen.filter(({ delivery }) => delivery === 'daily' || delivery === 'weekly')
    const groups: readonly MessageGroup[] = group === 'digest' ? inDigests.map((one) => one.group) : [group]
    for (const each of new Set(groups)) await stopGroup(tx, personId, each, at)
    await recordEvent(tx, {
      action: 'notifications.stopped',
      actorId: null,
      objectType: 'person',
      objectId: personId,
      at,
      facts: { groups: [...new Set(groups)] },
    })
  })
  return { personId, group }
}

/** What a link stops. @throws {NotFound} if the service did not make it, or its person is no more */
export async function stoppedBy({ db, secretKey }: Services, token: string): Promise<Stopped> {
  const stopped = readStopToken(token, secretKey)
  if (stopped === undefined || !(await isPerson(db, stopped.personId))) throw notFound('notifications')
  return stopped
}
