import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { takeMailbox } from './inbound/take-mailbox.ts'

export const networkJobs = (services: Services): Job[] =>
  services.config.inbound?.mailbox === undefined
    ? []
    : [
        {
          name: 'take-mailbox',
          work: async () => {
            await takeMailbox(services)
          },
          cron: '* * * * *',
          // The next minute comes anyway.
          retryLimit: 0,
        },
      ]
