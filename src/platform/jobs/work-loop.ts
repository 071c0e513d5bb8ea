import { setTimeout as pause } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../database/database.ts'
import { type Job, JobFailed } from './job.ts'
import { queuesWithWork, unfinished } from './queue-state.ts'

/** What looks for jobs and does them. */
export type WorkLoop = {
  /** A job was asked for here, in a transaction that is about to be committed. */
  lookSoon(): void
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Jobs of one kind that are begun together. Different kinds do not wait for each other. */
const AT_ONCE = 5

/** Long enough for most transactions to be committed; what is missed is found by the next regular look. */
const SOON_MILLISECONDS = 30

const IDLE_ATTEMPTS = 400

/**
 * Looks for jobs, at regular times and soon after one was asked for here. The library would ask once for each kind of
 * job, always; here one statement asks for all.
 */
export function startWorking(
  db: Database,
  boss: PgBoss,
  jobs: readonly Job[],
  onFault: (error: unknown) => void,
  pollEveryMilliseconds: number,
): WorkLoop {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const names = [...byName.keys()]
  let stopped = names.length === 0
  let looking: Promise<void> | undefined
  let again = false
  let soon: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    try {
      do {
        again = false
        const busy = stopped ? [] : await queuesWithWork(db, names)
        const done = await Promise.all(busy.map((name) => workOff(name)))
        if (done.some((count) => count > 0)) again = true
      } while (again && !stopped)
    } catch (error) {
      onFault(error)
    }
  }

  /** Never two looks at once; whoever asks during one is looked for after it. */
  function lookNow(): Promise<void> {
    again = true
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function workOff(name: string): Promise<number> {
    const job = byName.get(name)
    const fetched = job ? ((await boss.fetch<unknown>(name, { batchSize: AT_ONCE })) ?? []) : []
    await Promise.all(fetched.map(({ id, data }) => job && attempt(job, id, data)))
    return fetched.length
  }

  async function attempt(job: Job, id: string, data: unknown): Promise<void> {
    try {
      await job.work(data)
    } catch (error) {
      onFault(new JobFailed(job.name, error))
      await boss.fail(job.name, id, { message: error instanceof Error ? error.message : String(error) })
      return
    }
    await boss.complete(job.name, id)
  }

  const timer = setInterval(() => void lookNow(), pollEveryMilliseconds)
  if (stopped) clearInterval(timer)
  else void lookNow()

  return {
    lookSoon() {
      if (stopped) return
      soon ??= setTimeout(() => {
        soon = undefined
        void lookNow()
      }, SOON_MILLISECONDS)
    },
    async idle() {
      for (let attempts = 0; attempts < IDLE_ATTEMPTS; attempts += 1) {
        await lookNow()
        if ((await unfinished(db, names)) === 0) return
        await pause(25)
      }
      throw new Error('jobs are still being done')
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      clearTimeout(soon)
      await looking
    },
  }
}
