import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gapWords, halfDaysInOrder, halfDayWords, slotTimes } from './half-days.ts'

describe('half-days', () => {
  it('are said as people say them, in the order of time', () => {
    assert.equal(halfDayWords('2026-01-12 morning'), 'Monday 12 January 2026, morning')
    assert.deepEqual(
      halfDaysInOrder(['2026-01-13 morning', '2026-01-12 afternoon', '2026-01-12 morning', '2026-01-13 morning']),
      ['2026-01-12 morning', '2026-01-12 afternoon', '2026-01-13 morning'],
    )
  })

  it('have slots that follow one another', () => {
    const session = { startsAt: new Date('2026-01-12T09:30:00Z'), minutes: 45 }
    const { startsAt, endsAt } = slotTimes(session, 3)
    assert.deepEqual(
      [startsAt.toISOString(), endsAt.toISOString()],
      ['2026-01-12T11:00:00.000Z', '2026-01-12T11:45:00.000Z'],
    )
  })
})

describe('how far a timetable is from the best', () => {
  it('is said in words, and never as less than it is', () => {
    assert.equal(gapWords(0), 'the best possible')
    assert.equal(gapWords(0.0166), 'within 1.7% of the best possible')
    assert.equal(gapWords(0.00001), 'within 0.1% of the best possible')
    assert.equal(gapWords(Number.POSITIVE_INFINITY), 'not known how near it is to the best possible')
  })
})
