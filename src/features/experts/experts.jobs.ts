import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { askFollowUps, askFollowUpsJob } from './thread/follow-up.ts'

/** The work of expert panels that is done apart from requests. */
export const expertsJobs = (services: Services): Job[] => [
  { name: askFollowUpsJob, work: () => askFollowUps(services), cron: '27 8 * * *' },
]
