import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { ukReading } from '../time/uk-time.ts'
import { digestAt } from './delivery.ts'

const iso = (delivery: 'daily' | 'weekly', at: string): string => digestAt(delivery, new Date(at)).toISOString()

it('goes at the next 7am of the UK clock, summer and winter', () => {
  assert.equal(iso('daily', '2026-01-15T06:59:59Z'), '2026-01-15T07:00:00.000Z')
  assert.equal(iso('daily', '2026-01-15T07:00:00Z'), '2026-01-16T07:00:00.000Z')
  assert.equal(iso('daily', '2026-07-01T06:30:00Z'), '2026-07-02T06:00:00.000Z')
  // In summer it is the next day in London an hour before it is in UTC.
  assert.equal(iso('daily', '2026-07-01T23:30:00Z'), '2026-07-02T06:00:00.000Z')
})

it('keeps to 7am over the nights on which clocks change', () => {
  assert.equal(iso('daily', '2026-03-28T12:00:00Z'), '2026-03-29T06:00:00.000Z')
  assert.equal(iso('daily', '2026-10-24T12:00:00Z'), '2026-10-25T07:00:00.000Z')
  assert.equal(iso('weekly', '2026-03-26T12:00:00Z'), '2026-03-30T06:00:00.000Z')
})

it('goes on Mondays once a week', () => {
  assert.equal(iso('weekly', '2026-11-26T12:00:00Z'), '2026-11-30T07:00:00.000Z')
  assert.equal(iso('weekly', '2026-11-30T07:00:00Z'), '2026-12-07T07:00:00.000Z')
})

it('is after whatever it tells of, by no more than a day or a week and the hour of a change', () => {
  const when = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(when, fc.constantFrom('daily' as const, 'weekly' as const), (now, delivery) => {
      const at = digestAt(delivery, now)
      const { hour, minute, second, weekday } = ukReading(at)
      const hours = (at.getTime() - now.getTime()) / 3_600_000
      assert.ok(hours > 0 && hours <= (delivery === 'daily' ? 25 : 7 * 24 + 1))
      assert.deepEqual([hour, minute, second], [7, 0, 0])
      assert.ok(delivery === 'daily' || weekday === 'Monday')
    }),
  )
})
