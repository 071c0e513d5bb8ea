import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { freeStarts, hoursFrom } from './free-starts.ts'

const hour = (index: number): Date => new Date(Date.UTC(2026, 0, 5, index))
const after = hour(0)
const some = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 })

describe('the free hours of an expert', () => {
  it('begin where enough are free on end, and not in the past', () => {
    const offered = [0, 9, 10, 11, 14].map(hour)
    assert.deepEqual(freeStarts({ offered, taken: [hour(11)], hours: 2, after }), [hour(9)])
    assert.deepEqual(freeStarts({ offered, taken: [], hours: 3, after }), [hour(9)])
    assert.deepEqual(freeStarts({ offered, taken: [], hours: 1, after: hour(10) }), [hour(11), hour(14)])
  })

  it('never overlap what is taken', () => {
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 4 }), (offered, taken, hours) => {
        const starts = freeStarts({ offered: offered.map(hour), taken: taken.map(hour), hours, after })
        const away = new Set(taken.map((index) => hour(index).getTime()))
        for (const start of starts)
          for (const each of hoursFrom(start, hours)) {
            assert.ok(!away.has(each.getTime()))
            assert.ok(offered.some((index) => hour(index).getTime() === each.getTime()))
          }
      }),
    )
  })
})
