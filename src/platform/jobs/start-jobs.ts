import { randomUUID } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { OpenDatabase } from '../database/open-database.ts'
import { takeTurns } from '../database/take-turns.ts'
import { createBoss, installBoss, isInstalled, within } from './boss.ts'
import type { Job, SendJob } from './job.ts'
import { recoverInterrupted } from './queue-state.ts'
import { startWorking } from './work-loop.ts'

export type Jobs = {
  readonly send: SendJob
  /** For tests: does what waits to be done until nothing is left. Jobs for later, and those to be tried again, stay. */
  idle(): Promise<void>
  /** Lets what is being done finish, and begins nothing more. The database stays open. */
  stop(): Promise<void>
}

export type JobsOptions = {
  /** Told of each job that failed, and of a queue that could not be reached. A failed job is tried again. */
  readonly onFault: (error: unknown) => void
  /** False in a process that only asks, when others do the work. */
  readonly work?: boolean
  /** How often to look for jobs that another process has asked for, in milliseconds; 2,000 unless told. */
  readonly pollEveryMilliseconds?: number
}

const RETRY = { retryDelay: 5, retryBackoff: true }
const RETRY_LIMIT = 5
/** A job that has not ended by then is taken to have died with its process. */
const EXPIRE_SECONDS = 300
/** How long a job that has ended can still be looked at: three days. */
const SECONDS_KEPT = 259_200

/**
 * Connects the jobs to their queues, and begins to do them.
 *
 * @param jobs every job there is, also in a process that does none of them
 */
export async function startJobs(open: OpenDatabase, jobs: readonly Job[], options: JobsOptions): Promise<Jobs> {
  const { onFault, work = true } = options
  const { boss, settled } = createBoss(open, { supervise: work, schedule: work && jobs.some(({ cron }) => cron) })
  boss.on('error', onFault)
  await takeTurns(open, () => createQueues(open, boss, jobs))
  if (work && open.engine === 'embedded') await recoverInterrupted(open.db)
  await boss.start()
  if (work) await setTimetable(boss, jobs)

  const byName = new Map(jobs.map((job) => [job.name, job]))
  const loop = startWorking(open.db, boss, work ? jobs : [], onFault, options.pollEveryMilliseconds ?? 2_000)

  return {
    async send(tx, name, data, { startAfter, singletonKey } = {}) {
      const job = byName.get(name)
      if (!job) throw new TypeError(`no job is named ${name}`)
      await boss.send(name, data, {
        ...sending(job),
        ...(startAfter && { startAfter }),
        // The queue keeps one waiting job for each key, so a job without one gets its own.
        singletonKey: singletonKey ?? randomUUID(),
        db: within(tx),
      })
      loop.lookSoon()
    },
    idle: () => loop.idle(),
    async stop() {
      await loop.stop()
      await boss.stop({ graceful: false })
      await settled()
    },
  }
}

const sending = (job: Job) => ({ ...RETRY, retryLimit: job.retryLimit ?? RETRY_LIMIT, expireInSeconds: EXPIRE_SECONDS })

async function createQueues(open: OpenDatabase, boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  // Its tables first, which it makes when it starts: starting it for good would set the timetable going without queues.
  if (!(await isInstalled(boss))) await installBoss(open)
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const { name } of jobs)
    if (!known.has(name)) await boss.createQueue(name, { policy: 'short', deleteAfterSeconds: SECONDS_KEPT })
}

async function setTimetable(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const wanted = new Map(jobs.flatMap((job) => (job.cron ? [[job.name, job] as const] : [])))
  const known = await boss.getSchedules()
  for (const { name } of known) if (!wanted.has(name)) await boss.unschedule(name)
  for (const [name, job] of wanted) {
    const same = known.some((schedule) => schedule.name === name && schedule.cron === job.cron)
    if (!same && job.cron) await boss.schedule(name, job.cron, {}, sending(job))
  }
}
