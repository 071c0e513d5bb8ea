import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { remindReturns } from './returning/remind-returns.ts'

export const benefitsJobs = (services: Services): Job[] => [
  { name: 'remind-returns', work: () => remindReturns(services), cron: '20 7 * * *' },
]
