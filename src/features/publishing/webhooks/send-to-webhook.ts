import { mostGivenUp, nextTryAt } from '../../../core/webhooks/webhook.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { type Posted, postPublicly } from '../../../platform/outgoing/post-publicly.ts'
import type { Services } from '../../../platform/services.ts'
import { markTried, messageById, type Tried, type WebhookMessage } from './messages.store.ts'
import { pauseFailing } from './pause-failing.ts'
import { openSecrets } from './seal-webhook.ts'
import { signedHeaders } from './sign-message.ts'
import { sendToWebhookJob, type ToSend } from './webhook-jobs.ts'
import { countGivenUp, type Webhook, webhookById } from './webhooks.store.ts'

/**
 * Sends a message once and keeps what came of it. What fails is tried again after a while, four times; then it is given up,
 * and a webhook of which that is so for several messages in a row is paused. A receiver that answers 410 wants no more.
 *
 * Done twice, when a process ends in between, it sends the same message with the same id: receivers go by that.
 */
export async function sendToWebhook(services: Services, { id, number }: ToSend): Promise<void> {
  const message = await messageById(services.db, id)
  if (message === undefined || message.state !== 'waiting' || message.tries >= number) return
  const webhook = await webhookById(services.db, message.webhookId)
  const came = webhook?.state === 'active' ? await post(services, webhook, message) : notSent
  await services.db.transaction().execute(async (tx) => await keep(tx, services, message, webhook, { ...came, number }))
}

type Came = Pick<Tried, 'state' | 'status' | 'problem'>

const notSent: Came = { state: 'given-up', status: null, problem: 'paused' }

async function post(services: Services, webhook: Webhook, { id, body }: WebhookMessage): Promise<Came> {
  const at = services.clock()
  const signed = signedHeaders({ id: `msg_${id}`, at, body }, openSecrets(services, webhook, at))
  const { serviceName, evaluation } = services.config
  const posted = await postPublicly({
    address: webhook.address,
    headers: {
      ...signed,
      'content-type': 'application/json',
      'user-agent': `${serviceName.replaceAll(/[^\w .-]/g, '')} webhooks`,
    },
    body,
    loopback: evaluation,
  })
  return cameOf(posted)
}

const cameOf = (posted: Posted): Came =>
  posted.answered
    ? {
        state: posted.status >= 200 && posted.status < 300 ? 'delivered' : 'waiting',
        status: posted.status,
        problem: '',
      }
    : { state: 'waiting', status: null, problem: posted.problem }

const wantsNoMore = 410

async function keep(
  tx: Tx,
  services: Services,
  { id, event }: WebhookMessage,
  webhook: Webhook | undefined,
  { number, ...came }: Came & { readonly number: number },
): Promise<void> {
  const at = services.clock()
  const again = came.state === 'waiting' && came.status !== wantsNoMore ? nextTryAt(number, at) : undefined
  const state = came.state === 'waiting' && again === undefined ? 'given-up' : came.state
  if (!(await markTried(tx, id, { ...came, state, number, at }))) return
  if (again !== undefined)
    return await services.sendJob(tx, sendToWebhookJob, { id, number: number + 1 } satisfies ToSend, {
      startAfter: again,
    })
  if (webhook?.state !== 'active') return
  const inRow = await countGivenUp(tx, webhook.id, state === 'delivered')
  if (came.status === wantsNoMore) await pauseFailing(tx, services, webhook, { reason: 'gone', event, at })
  else if (inRow >= mostGivenUp) await pauseFailing(tx, services, webhook, { reason: 'failing', event, at })
}
