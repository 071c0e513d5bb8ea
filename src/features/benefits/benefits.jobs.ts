import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { forgetUnusedSheetFiles } from '../sheets/index.ts'
import { remindReturns } from './returning/remind-returns.ts'
import { awardFiles } from './writing/read-record.ts'

export const benefitsJobs = (services: Services): Job[] => [
  { name: 'remind-returns', work: () => remindReturns(services), cron: '20 7 * * *' },
  {
    name: 'forget-award-files',
    work: async () => {
      await forgetUnusedSheetFiles(services, awardFiles)
    },
    cron: '51 3 * * *',
  },
]
