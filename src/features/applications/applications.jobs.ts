import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { type TellOfExtension, tellOfExtension, tellOfExtensionJob } from './extending/tell-of-extension.ts'
import { forgetUnusedFiles } from './files/forget-unused-files.ts'
import { tellWriters } from './owing/tell-writers.ts'
import { remindDrafts } from './reminding/remind-drafts.ts'
import { signOffJobs } from './sign-off/sign-offs.jobs.ts'

export const applicationsJobs = (services: Services): Job[] => [
  { name: tellOfExtensionJob, work: (data) => tellOfExtension(services, data as TellOfExtension) },
  { name: 'remind-drafts', work: () => remindDrafts(services), cron: '*/5 * * * *' },
  { name: 'tell-writers', work: () => tellWriters(services), cron: '* * * * *' },
  {
    name: 'forget-unused-files',
    work: async () => {
      await forgetUnusedFiles(services)
    },
    cron: '43 3 * * *',
  },
  ...signOffJobs(services),
]
