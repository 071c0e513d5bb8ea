import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { meetingOrder } from './meeting-order.ts'

const queue = ['a', 'b', 'c', 'd']

describe('the order of the meeting', () => {
  it('says where an application stands, and its neighbours', () => {
    const first = meetingOrder(queue, new Set(), 'a')
    assert.deepEqual(first, { at: 1, of: 4, settled: 0, before: null, after: 'b', next: 'b' })
    const last = meetingOrder(queue, new Set(['a']), 'd')
    assert.deepEqual(last, { at: 4, of: 4, settled: 1, before: 'c', after: null, next: 'b' })
  })

  it('leads past what is settled, round to the first again, and nowhere once all others are', () => {
    assert.equal(meetingOrder(queue, new Set(['c', 'd']), 'b').next, 'a')
    assert.equal(meetingOrder(queue, new Set(['a', 'c', 'd']), 'b').next, null)
  })

  it('leads from one that is not in it to the first that waits', () => {
    const outside = meetingOrder(queue, new Set(['a']), 'x')
    assert.deepEqual(outside, { at: null, of: 4, settled: 1, before: null, after: null, next: 'b' })
    assert.equal(meetingOrder([], new Set(), 'x').next, null)
  })
})
