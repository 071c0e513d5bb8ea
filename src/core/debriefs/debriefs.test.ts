import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDay } from '../time/day.ts'
import {
  lastDayToAsk,
  longestWindowDays,
  openingOf,
  readWindow,
  requestProblems,
  usualWindow,
  waitsTooLong,
} from './index.ts'

const told = new Date('2026-03-20T10:00:00Z')

describe('when a debrief can be asked for', () => {
  it('is from telling to the end of the last day in the UK, across the change of clocks', () => {
    const window = { days: 10 }
    assert.deepEqual(openingOf(window, null, told), { code: 'too-early' })
    // 30 March is in summer time: its last minute is 22:59 in UTC.
    assert.deepEqual(openingOf(window, told, new Date('2026-03-30T22:59:59Z')), { code: 'open', lastDay: '2026-03-30' })
    assert.deepEqual(openingOf(window, told, new Date('2026-03-30T23:00:00Z')), {
      code: 'too-late',
      lastDay: '2026-03-30',
    })
  })

  it('is a day longer for each day more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: longestWindowDays - 1 }), (days) => {
        assert.equal(lastDayToAsk({ days: days + 1 }, told), addDays(lastDayToAsk({ days }, told), 1))
        assert.ok(lastDayToAsk({ days }, told) > isoDay(told))
      }),
    )
  })
})

describe('a window as typed', () => {
  const codes = (days: string, remindDays: string, isTold = false) =>
    readWindow(usualWindow, { days, remindDays }, isTold).problems.map(({ code }) => code)

  it('is in whole days within reason', () => {
    assert.deepEqual(codes('14', '3'), [])
    assert.deepEqual(codes('0', '61'), ['days-not-whole', 'remind-not-whole'])
    assert.deepEqual(codes('-1', 'ten'), ['days-not-whole', 'remind-not-whole'])
    assert.deepEqual(codes('366', '1.5'), ['days-not-whole', 'remind-not-whole'])
  })

  it('is never made shorter once applicants have read the last day', () => {
    assert.deepEqual(codes('27', '5', true), ['shorter-than-told'])
    assert.deepEqual(codes('28', '5', true), [])
    assert.deepEqual(codes('29', '5', true), [])
  })
})

describe('a request', () => {
  it('says what to talk about and when', () => {
    assert.deepEqual(requestProblems({ wants: 'Costs', times: 'Mondays' }), [])
    const codes = requestProblems({ wants: ' ', times: 'x'.repeat(4_001) }).map(({ code }) => code)
    assert.deepEqual(codes, ['wants-missing', 'times-too-long'])
  })

  it('waits too long after more days than were set', () => {
    const asked = new Date('2026-03-02T16:00:00Z')
    assert.equal(waitsTooLong(asked, new Date('2026-03-07T09:00:00Z'), { remindDays: 5 }), false)
    assert.equal(waitsTooLong(asked, new Date('2026-03-08T09:00:00Z'), { remindDays: 5 }), true)
  })
})
