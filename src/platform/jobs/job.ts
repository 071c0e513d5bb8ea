import type { Tx } from '../database/database.ts'

/** Something to be done after the change that asked for it, not while a person waits. */
export type Job = {
  /** Unique, such as `notifications.send`. */
  readonly name: string
  /**
   * Does it. It may be done twice, when a process ends between the work and the note that it was done.
   *
   * @throws anything, to be tried again later
   */
  work(data: unknown): Promise<void>
  /** When it is done without being asked, as five cron fields in UTC. */
  readonly cron?: string
  /** How many more times it is tried when it fails, each time after about twice as long; 5 unless told. */
  readonly retryLimit?: number
}

/** How one job is sent. */
export type SendJobOptions = {
  /** Not before this time. */
  readonly startAfter?: Date
  /** While a job of this name and key waits to be begun, another is not added. */
  readonly singletonKey?: string
}

/**
 * Asks for a job in the same transaction as the change it follows: if that is rolled back, nobody was asked.
 *
 * @throws {TypeError} if no job has this name
 */
export type SendJob = (tx: Tx, name: string, data: object, options?: SendJobOptions) => Promise<void>

/** What is reported of a job that failed: which it was, with what it threw as its cause. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed'
  readonly job: string

  constructor(job: string, cause: unknown) {
    super(`the job ${job} failed: ${cause instanceof Error ? cause.message : cause}`, { cause })
    this.job = job
  }
}
