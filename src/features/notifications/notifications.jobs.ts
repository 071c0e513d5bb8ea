import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { sendDigests } from './centre/send-digests.ts'
import { sendMessageJob } from './queue-message.ts'
import { sendMessage } from './send-message.ts'

export const notificationsJobs = (services: Services): Job[] => [
  {
    name: sendMessageJob,
    work: async (data) => {
      await sendMessage(services, String((data as { id?: unknown }).id))
    },
  },
  // Every few minutes, so that a service that was down at 7am sends them when it is up.
  { name: 'send-digests', work: () => sendDigests(services), cron: '*/5 * * * *' },
]
