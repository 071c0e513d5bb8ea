import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  beginsInHalf,
  gapWords,
  halfDaysInOrder,
  halfDayWords,
  halvesOverlap,
  sessionEnds,
  slotTimes,
} from './half-days.ts'

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

  it('begin on their side of midday in the UK, also in summer', () => {
    const at = (startsAt: string) =>
      (['morning', 'afternoon'] as const).map((half) => beginsInHalf({ half, startsAt: new Date(startsAt) }))
    assert.deepEqual(at('2026-01-12T11:59:00Z'), [true, false])
    assert.deepEqual(at('2026-01-12T12:00:00Z'), [false, true])
    assert.deepEqual(at('2026-07-13T11:00:00Z'), [false, true])
  })

  it('overlap where a morning ends after an afternoon begins, and not where it ends as that begins', () => {
    const afternoon = { half: 'afternoon', startsAt: new Date('2026-01-12T13:00:00Z'), minutes: 45, slots: 4 } as const
    const morning = (slots: number) =>
      ({ half: 'morning', startsAt: new Date('2026-01-12T10:00:00Z'), minutes: 60, slots }) as const
    assert.equal(sessionEnds(morning(3)).toISOString(), '2026-01-12T13:00:00.000Z')
    assert.deepEqual(
      [3, 4].map((slots) => halvesOverlap(morning(slots), afternoon)),
      [false, true],
    )
    assert.deepEqual(
      [3, 4].map((slots) => halvesOverlap(afternoon, morning(slots))),
      [false, true],
    )
    // Two rooms in one half-day: the timetable itself keeps members out of one of them.
    assert.equal(halvesOverlap(morning(4), morning(4)), false)
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
