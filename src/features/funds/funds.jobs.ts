import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { type WriteInvitations, writeInvitations, writeInvitationsJob } from './write-invitations.ts'

export const fundsJobs = (services: Services): Job[] => [
  { name: writeInvitationsJob, work: (data) => writeInvitations(services, data as WriteInvitations) },
]
