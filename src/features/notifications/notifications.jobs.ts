import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { sendMessageJob } from './queue-message.ts'
import { sendMessage } from './send-message.ts'

export const notificationsJobs = (services: Services): Job[] => [
  {
    name: sendMessageJob,
    work: async (data) => {
      await sendMessage(services, String((data as { id?: unknown }).id))
    },
  },
]
