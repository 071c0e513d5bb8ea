import type { Job } from '../../platform/jobs/job.ts'
import type { Services } from '../../platform/services.ts'
import { remindOfConditions, remindOfConditionsJob } from './awarding/remind-of-conditions.ts'
import { portfolioJob } from './choosing/request-portfolio.ts'
import { workOutPortfolioRun } from './choosing/work-out-run.ts'
import { timetableJob } from './interviewing/request-timetable.ts'
import { workOutTimetable } from './interviewing/work-out-timetable.ts'
import { tellOutcomes, tellOutcomesJob } from './telling/tell-outcomes.ts'

/** The work of interviewing and deciding that is done apart from requests. */
export const decisionsJobs = (services: Services): Job[] => [
  { name: portfolioJob, work: (data) => workOutPortfolioRun(services, (data as { readonly runId: string }).runId) },
  { name: timetableJob, work: (data) => workOutTimetable(services, (data as { readonly runId: string }).runId) },
  { name: tellOutcomesJob, work: () => tellOutcomes(services), cron: '* * * * *' },
  { name: remindOfConditionsJob, work: () => remindOfConditions(services), cron: '12 8 * * *' },
]
