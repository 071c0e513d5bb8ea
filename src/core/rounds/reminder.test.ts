import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueReminder, readReminderHours } from './reminder.ts'

const deadline = new Date('2027-02-10T17:00:00Z')
const hoursBefore = (hours: number, ms = 0): Date => new Date(deadline.getTime() - hours * 3_600_000 + ms)
const usual = [168, 48, 3]
const due = (at: Date, movedAt: Date | null = null) => dueReminder(deadline, usual, movedAt, at)?.hours

describe('the reminder that is due', () => {
  it('falls due at its instant, and not a millisecond before', () => {
    assert.equal(due(hoursBefore(168, -1)), undefined)
    assert.equal(due(hoursBefore(168)), 168)
    assert.equal(due(hoursBefore(48, -1)), 168)
    assert.equal(due(hoursBefore(48)), 48)
    assert.equal(due(hoursBefore(3)), 3)
    assert.equal(due(deadline), 3)
    assert.equal(due(hoursBefore(0, 1)), undefined)
  })

  it('is none whose time had passed when the deadline moved', () => {
    assert.equal(due(hoursBefore(27), hoursBefore(27)), undefined)
    assert.equal(due(hoursBefore(3), hoursBefore(27)), 3)
    assert.equal(due(hoursBefore(48), hoursBefore(48)), 48)
  })
})

describe('hours as typed', () => {
  it('are whole numbers, each once, the longest first', () => {
    assert.deepEqual(readReminderHours(' 3, 48;168 48'), { ok: true, value: [168, 48, 3] })
    assert.deepEqual(readReminderHours(''), { ok: true, value: [] })
  })

  it('are refused when they are no hours, or too many', () => {
    for (const typed of ['0', '721', '2.5', 'two', '-1']) assert.equal(readReminderHours(typed).ok, false, typed)
    assert.equal(readReminderHours('1 2 3 4 5').ok, true)
    assert.equal(readReminderHours('1 2 3 4 5 6').ok, false)
  })
})
