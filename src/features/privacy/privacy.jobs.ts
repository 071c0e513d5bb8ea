import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { carryOut } from './retention/carry-out.ts'

export const privacyJobs = (services: Services): Job[] => [
  { name: 'carry-out-retention', cron: '7 4 * * *', work: async () => await carryOut(services) },
]
