import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'

/** The work of interviewing and deciding that is done apart from requests. */
export const decisionsJobs = (_services: Services): Job[] => []
