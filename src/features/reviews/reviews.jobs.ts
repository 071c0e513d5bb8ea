import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { forgetUnusedSheetFiles } from '../sheets/index.ts'
import { reviewFiles } from './sheets/review-entries.ts'

export const reviewsJobs = (services: Services): Job[] => [
  {
    name: 'forget-review-files',
    work: async () => {
      await forgetUnusedSheetFiles(services, reviewFiles)
    },
    cron: '47 3 * * *',
  },
]
