import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { remindOfStatements, remindOfStatementsJob } from './grants/remind-of-statements.ts'

/** The work of support that is done apart from requests. */
export const supportJobs = (services: Services): Job[] => [
  { name: remindOfStatementsJob, work: () => remindOfStatements(services), cron: '34 7 * * *' },
]
