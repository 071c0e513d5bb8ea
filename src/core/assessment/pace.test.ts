import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paceOf } from './pace.ts'

const openedAt = new Date('2026-03-02T09:00:00Z')
const dueAt = new Date('2026-03-12T09:00:00Z')
const day = (number: number) => new Date(openedAt.getTime() + number * 86_400_000)
const pace = (given: number, submitted: number, days: number) =>
  paceOf({ given, submitted, minutesEach: 45, openedAt, dueAt, at: day(days) })

describe('the pace of an assessor', () => {
  it('is enough while as much is done as of the time has gone, counted in whole applications', () => {
    assert.equal(pace(6, 0, 0).standing, 'in-time')
    assert.equal(pace(6, 0, 1.6).standing, 'in-time')
    assert.equal(pace(6, 0, 1.7).standing, 'behind')
    assert.equal(pace(6, 3, 5).standing, 'in-time')
    assert.equal(pace(6, 2, 5).standing, 'behind')
  })

  it('says how many a day are needed and how long they take', () => {
    assert.deepEqual(pace(6, 2, 5), { left: 4, minutesLeft: 180, eachDay: 0.8, standing: 'behind' })
    // On the last day all that are left are for that day.
    assert.equal(pace(6, 2, 9.9).eachDay, 4)
  })

  it('is late from the moment after it was due, and only with some left', () => {
    assert.equal(pace(3, 2, 10).standing, 'behind')
    assert.equal(pace(3, 2, 10.001).standing, 'late')
    assert.equal(pace(3, 3, 11).standing, 'done')
    assert.equal(pace(0, 0, 11).standing, 'done')
  })
})
