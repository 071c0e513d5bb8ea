import { type Measures, type PartsStatus, partsStatus } from '../../../core/status/index.ts'
import { lastBackupAt } from '../../../platform/database/last-backup.ts'
import { freeShare } from '../../../platform/files/free-share.ts'
import { jobMeasures } from '../../../platform/jobs/queue-state.ts'
import type { Services } from '../../../platform/services.ts'
import { oldestUnsealedAt } from '../../audit/index.ts'
import { noticesBetween, type ServiceNotice } from '../../funds/index.ts'
import { mailboxState } from '../../network/index.ts'
import { mailMeasures } from '../../notifications/index.ts'

/** How the service stands. */
export type Status = {
  readonly at: Date
  readonly measures: Measures
  readonly parts: PartsStatus
  /** Notices of the last days, the newest first. */
  readonly notices: readonly ServiceNotice[]
}

const day = 24 * 3_600_000
/** Notices of so many days are told. */
export const historyDays = 90
/** So long one answer is given to everybody, so that asking often costs nothing. */
const keptMilliseconds = 10_000

const known = new WeakMap<object, { readonly at: Date; readonly status: Promise<Status | undefined> }>()

/** How the service stands, at most ten seconds old; undefined when the database does not answer. */
export function currentStatus(services: Services, now: Date): Promise<Status | undefined> {
  const last = known.get(services.db)
  if (last !== undefined && Math.abs(now.getTime() - last.at.getTime()) < keptMilliseconds) return last.status
  const status = readStatus(services, now).catch(() => undefined)
  known.set(services.db, { at: now, status })
  return status
}

async function readStatus({ db, config }: Services, now: Date): Promise<Status> {
  const since = new Date(now.getTime() - day)
  const [jobs, mail, unsealedAt, notices, free, backupAt, mailbox] = await Promise.all([
    jobMeasures(db, { now, since }),
    mailMeasures(db, since),
    oldestUnsealedAt(db),
    noticesBetween(db, new Date(now.getTime() - historyDays * day), now),
    freeShare(config.dataDirectory),
    lastBackupAt(config.dataDirectory),
    config.inbound?.mailbox === undefined ? undefined : mailboxState(db),
  ])
  const found = { oldestUnsealedAt: unsealedAt, freeShare: free, lastBackupAt: backupAt, mailbox: mailbox ?? null }
  const measures = { ...jobs, ...mail, ...found }
  return { at: now, measures, parts: partsStatus(measures, now), notices }
}
