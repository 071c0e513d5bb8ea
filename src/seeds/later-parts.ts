import type { Tx } from '../platform/database/database.ts'
import type { Job } from '../platform/jobs/job.ts'
import type { Services } from '../platform/services.ts'
import { seedCohort } from './cohort/seed-cohort.ts'
import { seedDecidedRound } from './decided-round.ts'
import { seedFinishedRound } from './finished-round.ts'
import { seedGrantFund } from './grants/seed-grant-fund.ts'
import { seedYouthRuns } from './reviews/youth-runs.ts'
import { seedPerformance } from './seed-performance.ts'

/** What a newcomer has no need of at once: it is written by jobs, since making up a round that has closed takes seconds. */
const laterParts = [
  { job: 'seed-finished-round', write: seedFinishedRound, afterMilliseconds: 1_000 },
  { job: 'seed-decided-round', write: seedDecidedRound, afterMilliseconds: 20_000 },
  { job: 'seed-cohort', write: seedCohort, afterMilliseconds: 40_000 },
  { job: 'seed-youth-runs', write: seedYouthRuns, afterMilliseconds: 60_000 },
  { job: 'seed-grant-fund', write: seedGrantFund, afterMilliseconds: 70_000 },
  { job: 'seed-performance', write: seedPerformance, afterMilliseconds: 80_000 },
] as const

type LaterPart = (typeof laterParts)[number]['job']

/** Asks for a part to be written once the service answers. */
export const askFor =
  (name: LaterPart) =>
  async (tx: Tx, services: Services, at: Date): Promise<void> => {
    const part = laterParts.find(({ job }) => job === name)
    const startAfter = new Date(at.getTime() + (part?.afterMilliseconds ?? 0))
    await services.sendJob(tx, name, {}, { startAfter })
  }

export const seedsJobs = (services: Services): Job[] =>
  laterParts.map(({ job, write }) => ({ name: job, work: () => write(services) }))
