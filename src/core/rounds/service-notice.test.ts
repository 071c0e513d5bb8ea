import assert from 'node:assert/strict'
import { it } from 'node:test'
import { deadlinesSpoilt, hoursToKeepFree, isShown } from './service-notice.ts'

const times = { startsAt: new Date('2027-02-09T20:00:00Z'), endsAt: new Date('2027-02-09T22:00:00Z') }
const at = (from: Date, ms: number): Date => new Date(from.getTime() + ms)

it('is shown from its first instant to its last, and not a millisecond more', () => {
  assert.deepEqual(
    [at(times.startsAt, -1), times.startsAt, times.endsAt, at(times.endsAt, 1)].map((each) => isShown(times, each)),
    [false, true, true, false],
  )
})

it('spoils deadlines within it and in the day after it, and no others', () => {
  const spoils = (deadlineAt: Date | null) => deadlinesSpoilt(times, [{ deadlineAt }]).length === 1
  const free = at(times.endsAt, hoursToKeepFree * 3_600_000)
  assert.deepEqual([at(times.startsAt, -1), times.startsAt, times.endsAt, free, at(free, 1), null].map(spoils), [
    false,
    true,
    true,
    true,
    false,
    false,
  ])
})
