import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { assignJob } from './assigning/request-assignment.ts'
import { workOutAssignment } from './assigning/work-out-assignment.ts'
import { tellShortlists, tellShortlistsJob } from './shortlisting/tell-applicants.ts'
import { understandJob } from './understanding/request-understanding.ts'
import { doUnderstandJob, type ToUnderstand } from './understanding/work-out-understanding.ts'

/** The work of assessing that is done apart from requests. */
export const assessmentJobs = (services: Services): Job[] => [
  { name: assignJob, work: (data) => workOutAssignment(services, (data as { readonly runId: string }).runId) },
  { name: understandJob, work: (data) => doUnderstandJob(services, data as ToUnderstand) },
  { name: tellShortlistsJob, work: () => tellShortlists(services), cron: '* * * * *' },
]
