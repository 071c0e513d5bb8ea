import type { PingEvent, WebhookEvent } from '../../../core/webhooks/webhook.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { insertMessage } from './messages.store.ts'
import { sendToWebhookJob, type ToSend } from './webhook-jobs.ts'

/** What a webhook is told: in the form of Standard Webhooks, a type, a time and data. */
export type ToTell = {
  readonly event: WebhookEvent | PingEvent
  /** What it is about: of one thing a webhook is told once. */
  readonly subject: string
  /** When it happened. */
  readonly happenedAt: Date
  /** Public facts alone. */
  readonly data: object
}

/** Keeps a message to a webhook and asks for it to be sent, unless it was told already. */
export async function queueToWebhook(
  tx: Tx,
  services: Pick<Services, 'newId' | 'sendJob'>,
  webhookId: string,
  { event, subject, happenedAt, data, at }: ToTell & { readonly at: Date },
): Promise<void> {
  const id = services.newId()
  const body = JSON.stringify({ type: event, timestamp: happenedAt.toISOString(), data })
  if (!(await insertMessage(tx, { id, webhookId, event, body, subject, at }))) return
  await services.sendJob(tx, sendToWebhookJob, { id, number: 1 } satisfies ToSend)
}
