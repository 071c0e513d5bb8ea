import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { type SubscriberNews, tellOfChanges, tellSubscribers, tellSubscribersJob } from './tell-subscribers.ts'

export const guidanceJobs = (services: Services): Job[] => [
  { name: tellSubscribersJob, work: (data) => tellSubscribers(services, data as SubscriberNews) },
  { name: 'tell-of-changes', work: () => tellOfChanges(services), cron: '* * * * *' },
]
