import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { sendToWebhook } from './webhooks/send-to-webhook.ts'
import { tellWebhooks } from './webhooks/tell-webhooks.ts'
import { sendToWebhookJob, type ToSend, tellWebhooksJob } from './webhooks/webhook-jobs.ts'

export const publishingJobs = (services: Services): Job[] => [
  { name: tellWebhooksJob, work: () => tellWebhooks(services), cron: '* * * * *' },
  { name: sendToWebhookJob, work: (data) => sendToWebhook(services, data as ToSend) },
]
