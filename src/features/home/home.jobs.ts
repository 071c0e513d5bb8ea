import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { forgetFeedback } from './performance/forget-feedback.ts'

export const homeJobs = ({ db, clock }: Services): Job[] => [
  { name: 'forget-feedback', cron: '41 3 * * *', work: async () => await forgetFeedback(db, clock()) },
]
