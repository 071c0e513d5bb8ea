import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { tellSubscribersJob } from './tell-subscribers.ts'

export const guidanceJobs = (_: Services): Job[] => [{ name: tellSubscribersJob, work: async () => {} }]
