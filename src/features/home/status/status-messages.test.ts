import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Measures } from '../../../core/status/index.ts'
import { measureLines } from './status.messages.ts'

const now = new Date('2026-11-26T12:00:00Z')
const measures: Measures = {
  oldestJobAt: null,
  failedJobs: 0,
  lastSentAt: null,
  oldestMessageAt: null,
  failedMessages: 0,
  oldestUnsealedAt: null,
  freeShare: 0.5,
  lastBackupAt: null,
  mailbox: null,
}
const backupLine = (lastBackupAt: Date | null): string | undefined =>
  measureLines({ ...measures, lastBackupAt }, now).find(({ name }) => name === 'Last backup')?.value

it('says when the last backup was made, that it is old after two days, and that none is known', () => {
  assert.match(backupLine(null) ?? '', /^None is known/)
  assert.match(backupLine(new Date('2026-11-26T02:00:05Z')) ?? '', /^2:00:05am on /)
  assert.match(backupLine(new Date('2026-11-24T12:00:00Z')) ?? '', /^[^.]*24 November 2026$/)
  assert.match(backupLine(new Date('2026-11-24T11:59:59Z')) ?? '', /more than two days ago/)
})

it('says how the mailbox stands from which mail comes in, where there is one', () => {
  const line = (mailbox: Measures['mailbox']) =>
    measureLines({ ...measures, mailbox }, now).find(({ name }) => name === 'Mailbox of mail that comes in')?.value
  const readAt = new Date('2026-11-26T11:59:00Z')
  assert.equal(line(null), undefined)
  assert.match(line({ readAt, problem: null, problemSince: null }) ?? '', /^Last read at 11:59:00am on /)
  const refused = line({ readAt: null, problem: 'refused-sign-in', problemSince: now })
  assert.match(refused ?? '', /^The server refuses the user or the password.*Since midday on .*Never read$/)
})
