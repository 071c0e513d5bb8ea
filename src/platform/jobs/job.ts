import type { Tx } from '../database/database.ts'

/** Work that follows a change, done apart from the request that made it, and again if it fails. */
export type Job = {
  readonly name: string
  /** Must bear being done twice. */
  readonly work: (data: unknown) => Promise<void>
  /** Runs by itself at these times (UTC), as cron writes them. */
  readonly cron?: string
  /** How often it is tried again before it is given up; 5 unless told. */
  readonly retryLimit?: number
}

export type SendJobOptions = {
  readonly startAfter?: Date
  /** While one with this key waits, another is not enqueued. */
  readonly singletonKey?: string
}

/** Enqueues work in the transaction of the change that it follows: undone with it, never lost after it. */
export type SendJob = (tx: Tx, name: string, data: object, options?: SendJobOptions) => Promise<void>
