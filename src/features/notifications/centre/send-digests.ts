import { originForMail } from '../../../platform/config/origin-for-mail.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { notificationPath } from '../notifications.paths.ts'
import { queueMessage } from '../queue-message.ts'
import { digestMessage } from './centre.messages.ts'
import { type Held, lockDue, lockHeld, markDigested } from './digests.store.ts'

/**
 * Sends everybody whose digest is due one email with all that waits for them. Two processes may do it at once: a person
 * is at one of them, and what is in a digest is marked in the transaction that writes it.
 */
export async function sendDigests(services: Services): Promise<void> {
  const now = services.clock()
  let more = true
  while (more) more = await services.db.transaction().execute((tx) => sendOne(tx, services, now))
}

/** @returns false when nobody's digest is due */
async function sendOne(tx: Tx, services: Services, now: Date): Promise<boolean> {
  const personId = await lockDue(tx, now)
  if (personId === undefined) return false
  const held = await lockHeld(tx, personId, now)
  const newest = held.at(-1)
  // Somebody else sent it between the two.
  if (newest === undefined) return true
  const { config } = services
  const digestId = await queueMessage(tx, services, {
    kind: 'digest',
    personId,
    recipient: newest.recipient,
    words: (say) => say(digestMessage)({ serviceName: config.serviceName, funds: byFund(held, originForMail(config)) }),
  })
  await markDigested(
    tx,
    held.map(({ id }) => id),
    digestId,
  )
  return true
}

function byFund(held: readonly Held[], origin: string) {
  const groups = Map.groupBy(held, ({ fundName }) => fundName)
  return [...groups].map(([name, messages]) => ({
    name,
    items: messages.map(({ id, subject }) => ({ subject, link: origin + notificationPath(id) })),
  }))
}
