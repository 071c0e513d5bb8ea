import type { Job } from '../../../platform/jobs/job.ts'
import type { Services } from '../../../platform/services.ts'
import { tellReopened, tellReopenedJob } from './tell-reopened.ts'

/** What is done about sign-offs apart from requests. */
export const signOffJobs = (services: Services): Job[] => [
  { name: tellReopenedJob, work: () => tellReopened(services), cron: '* * * * *' },
]
