import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { forgetOldSignIns } from './forget-old-sign-ins.ts'

export const accountsJobs = ({ db, clock }: Services): Job[] => [
  { name: 'forget-old-sign-ins', cron: '17 3 * * *', work: async () => await forgetOldSignIns(db, clock()) },
]
