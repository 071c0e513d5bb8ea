import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays } from '../time/day.ts'
import { conditionReminder, reminderDays } from './condition-reminder.ts'

const dueOn = '2027-03-31'
const on = (daysBefore: number) => conditionReminder(dueOn, addDays(dueOn, -daysBefore))

describe('the reminder of a condition', () => {
  it('comes a month before, a week before and on the day, and neither earlier nor later', () => {
    assert.deepEqual([31, 30, 8, 7, 1, 0, -1].map(on), [undefined, 30, 30, 7, 7, 0, undefined])
  })

  it('is each of them once over all days, in order', () => {
    const given = Array.from({ length: 60 }, (_, index) => on(50 - index)).filter((days) => days !== undefined)
    assert.deepEqual([...new Set(given)], [...reminderDays])
  })
})
