import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sayDeadline } from './say-deadline.ts'

const deadline = new Date('2026-07-01T16:00:00Z')
const left = (at: string) => sayDeadline(deadline, new Date(at)).left

describe('how long is left', () => {
  it('counts days of the UK calendar, then hours and minutes of the last day', () => {
    assert.equal(left('2026-06-28T12:00:00Z'), '3 days left')
    assert.equal(left('2026-06-30T22:59:00Z'), '1 day left')
    // Half past midnight in British Summer Time is the last day.
    assert.equal(left('2026-06-30T23:30:00Z'), '16 hours and 30 minutes left today')
    assert.equal(left('2026-07-01T14:59:00Z'), '1 hour and 1 minute left today')
    assert.equal(left('2026-07-01T15:59:59Z'), '0 minutes left today')
  })

  it('has not passed at the deadline itself, and has a millisecond later', () => {
    assert.equal(sayDeadline(deadline, deadline).passed, false)
    assert.deepEqual(sayDeadline(deadline, new Date(deadline.getTime() + 1)), {
      when: '5:00pm BST on Wednesday 1 July 2026',
      left: 'The deadline has passed',
      passed: true,
    })
  })
})
