import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { fundById } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { queueMessage } from '../../notifications/index.ts'
import { pausedMail } from './webhook-mail.messages.ts'
import { webhookPath } from './webhooks.paths.ts'
import { markPaused, type PauseReason, type Webhook } from './webhooks.store.ts'

/** Pauses a webhook that cannot be delivered to, and writes to whoever set it up. */
export async function pauseFailing(
  tx: Tx,
  services: Services,
  { id, fundId, address, createdBy }: Webhook,
  { reason, event, at }: { readonly reason: PauseReason; readonly event: string; readonly at: Date },
): Promise<void> {
  if (!(await markPaused(tx, id, reason))) return
  await recordEvent(tx, {
    action: 'webhook.paused',
    actorId: null,
    fundId,
    objectType: 'webhook',
    objectId: id,
    at,
    facts: { reason, event },
  })
  const owner = await personById(tx, createdBy)
  const fund = await fundById(tx, fundId)
  if (owner === undefined || fund === undefined) return
  const link = originForMail(services.config) + webhookPath(fund.slug, id)
  const mail = (say: Say) => say(pausedMail)({ fund: fund.name, host: new URL(address).host, reason, link })
  await queueMessage(tx, services, {
    kind: 'webhook-paused',
    recipient: owner.email,
    personId: owner.id,
    fundId,
    words: mail,
  })
}
