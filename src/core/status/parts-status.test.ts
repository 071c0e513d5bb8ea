import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Measures, partsStatus } from './parts-status.ts'

const now = new Date('2026-11-26T12:00:00Z')
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
const well: Measures = {
  oldestJobAt: null,
  failedJobs: 0,
  lastSentAt: ago(600),
  oldestMessageAt: null,
  failedMessages: 0,
  oldestUnsealedAt: null,
  freeShare: 0.5,
  lastBackupAt: null,
  mailbox: null,
}

it('works while nothing waits for long', () => {
  const waits = { ...well, oldestJobAt: ago(1), oldestMessageAt: ago(1), oldestUnsealedAt: ago(0.5) }
  for (const measures of [well, waits])
    assert.deepEqual(partsStatus(measures, now), {
      jobs: 'working',
      mail: 'working',
      audit: 'working',
      disk: 'working',
    })
})

it('is slow, then not working, by how long the oldest waits and how full the disk is', () => {
  const slow = { ...well, oldestJobAt: ago(6), oldestMessageAt: ago(11), oldestUnsealedAt: ago(2), freeShare: 0.09 }
  assert.deepEqual(partsStatus(slow, now), { jobs: 'slow', mail: 'slow', audit: 'slow', disk: 'slow' })
  const gone = { ...well, oldestJobAt: ago(31), oldestMessageAt: ago(61), oldestUnsealedAt: ago(11), freeShare: 0.01 }
  const stopped = { jobs: 'not-working', mail: 'not-working', audit: 'not-working', disk: 'not-working' }
  assert.deepEqual(partsStatus(gone, now), stopped)
})

it('is not said to work while something was given up', () => {
  const failed = partsStatus({ ...well, failedJobs: 1, failedMessages: 2 }, now)
  assert.deepEqual([failed.jobs, failed.mail], ['slow', 'slow'])
})

it('is not said to take mail while the mailbox of mail that comes in cannot be read', () => {
  const mailbox = { readAt: ago(3), problem: 'unreachable', problemSince: ago(2) }
  assert.equal(partsStatus({ ...well, mailbox }, now).mail, 'slow')
  assert.equal(
    partsStatus({ ...well, mailbox: { ...mailbox, problem: null, problemSince: null } }, now).mail,
    'working',
  )
})
