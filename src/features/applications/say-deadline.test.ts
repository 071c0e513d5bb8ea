import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sayDeadline, sayWritten } from './say-deadline.ts'

const deadline = new Date('2026-07-01T16:00:00Z')
const left = (at: string) => sayDeadline(deadline, new Date(at)).left

describe('how long is left', () => {
  it('counts days of 24 hours, so that no time is promised that is not there', () => {
    assert.equal(left('2026-06-28T12:00:00Z'), '3 days 4 hours left')
    assert.equal(left('2026-06-30T22:59:00Z'), '17 hours 1 minute left')
    assert.equal(left('2026-07-01T15:59:59Z'), 'Less than a minute left')
  })

  it('has not passed at the deadline itself, and has a millisecond later', () => {
    assert.equal(sayDeadline(deadline, deadline).passed, false)
    const late = sayDeadline(deadline, new Date(deadline.getTime() + 1))
    assert.deepEqual(
      [late.when, late.left, late.passed],
      ['5:00pm BST on Wednesday 1 July 2026', 'The deadline has passed', true],
    )
  })
})

it('marks what was written after the deadline, and not what was written at it', () => {
  assert.equal(sayWritten(deadline, deadline), '5pm on Wednesday 1 July 2026')
  assert.equal(sayWritten(deadline, null), '5pm on Wednesday 1 July 2026')
  const late = new Date('2026-07-01T16:02:00Z')
  assert.equal(sayWritten(late, deadline), '5:02pm on Wednesday 1 July 2026, after the deadline')
})
