import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { scanFile, scanFileJob, type TellOfFile } from './scan-file.ts'
import { forgetOldUploads } from './upload-in-parts.ts'

export const filesJobs = (services: Services, tell: TellOfFile): Job[] => [
  {
    name: scanFileJob,
    work: async (data) => {
      const { id, tried } = data as { readonly id: string; readonly tried: number }
      await scanFile(services, tell, id, tried)
    },
  },
  { name: 'forget-uploads', cron: '23 3 * * *', work: async () => await forgetOldUploads(services) },
]
