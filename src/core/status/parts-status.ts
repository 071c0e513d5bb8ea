/** How a part of the service stands. */
export type PartState = 'working' | 'slow' | 'not-working'

/** What was measured of the parts of the service; null where there is nothing to measure. */
export type Measures = {
  /** When the oldest job that can be begun waits since. */
  readonly oldestJobAt: Date | null
  /** Jobs that were given up in the last day. */
  readonly failedJobs: number
  /** When a message was last handed on. */
  readonly lastSentAt: Date | null
  /** Since when the oldest message waits to be sent. */
  readonly oldestMessageAt: Date | null
  /** Messages of the last day that were given up. */
  readonly failedMessages: number
  /** Since when the oldest event of the audit log waits for its seal. */
  readonly oldestUnsealedAt: Date | null
  /** How much of the disk is free, from 0 to 1. */
  readonly freeShare: number
  /** When the service was last backed up by its own commands. */
  readonly lastBackupAt: Date | null
  /** How the mailbox stands from which mail comes in: `problem` is why it cannot be read. */
  readonly mailbox: {
    readonly readAt: Date | null
    readonly problem: string | null
    readonly problemSince: Date | null
  } | null
}

const day = 24 * 60 * 60_000

/**
 * Whether the last backup is older than it may be where one is made each night.
 *
 * @example isBackupLate(new Date('2026-11-24T02:00Z'), new Date('2026-11-26T12:00Z')) // => true
 */
export const isBackupLate = (lastAt: Date, now: Date): boolean => now.getTime() - lastAt.getTime() > 2 * day

export type PartsStatus = Readonly<Record<'jobs' | 'mail' | 'audit' | 'disk', PartState>>

const minute = 60_000

/** Beyond these it is slow, and beyond those it is not working. */
const limits = {
  jobs: { slow: 5 * minute, stopped: 30 * minute },
  mail: { slow: 10 * minute, stopped: 60 * minute },
  audit: { slow: minute, stopped: 10 * minute },
} as const

/** A disk with less than this free is nearly full, and with less than that full. */
const free = { little: 0.1, none: 0.02 } as const

/** How the parts of the service stand, by what was measured at an instant. */
export function partsStatus(measures: Measures, now: Date): PartsStatus {
  const byWait = (since: Date | null, { slow, stopped }: { readonly slow: number; readonly stopped: number }) => {
    const waited = since === null ? 0 : now.getTime() - since.getTime()
    if (waited > stopped) return 'not-working'
    return waited > slow ? 'slow' : 'working'
  }
  const worse = (state: PartState, failed: number): PartState => (state === 'working' && failed > 0 ? 'slow' : state)
  const { freeShare } = measures
  return {
    jobs: worse(byWait(measures.oldestJobAt, limits.jobs), measures.failedJobs),
    mail: worse(
      byWait(measures.oldestMessageAt, limits.mail),
      measures.failedMessages + (measures.mailbox?.problem ? 1 : 0),
    ),
    audit: byWait(measures.oldestUnsealedAt, limits.audit),
    disk: freeShare < free.none ? 'not-working' : freeShare < free.little ? 'slow' : 'working',
  }
}
