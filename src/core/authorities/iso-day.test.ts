import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayBefore, isIsoDay } from './iso-day.ts'

describe('a day', () => {
  it('is a day of the calendar and nothing else', () => {
    for (const day of ['2014-02-10', '2024-02-29', '2000-02-29', '1965-04-01']) assert.equal(isIsoDay(day), true, day)
    for (const text of [
      '',
      '2023-02-29',
      '1900-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-4-1',
      '2023-04-01T00:00',
      '10/02/2014',
    ]) {
      assert.equal(isIsoDay(text), false, text)
    }
  })

  it('has the day before by counting months and years by hand', () => {
    assert.equal(dayBefore('2023-04-01'), '2023-03-31')
    assert.equal(dayBefore('2024-03-01'), '2024-02-29')
    assert.equal(dayBefore('2000-01-01'), '1999-12-31')
    assert.throws(() => dayBefore('yesterday'), RangeError)
  })

  it('comes just after the day before it, on every day of four centuries', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1800-01-02'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          const before = dayBefore(day)
          assert.equal(isIsoDay(before), true)
          assert.equal(Date.parse(day) - Date.parse(before), 86_400_000)
        },
      ),
    )
  })
})
