import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addMonths } from '../time/day.ts'
import { financialYearOf } from './financial-year.ts'
import { canFreeze, dueOn, mayFollow, reminderFor, returnState } from './returns.ts'

describe('the day of a return', () => {
  it('is so many months after the acceptance, and in a shorter month its last day', () => {
    assert.deepEqual(
      ([6, 12, 24, 36] as const).map((months) => dueOn('2024-02-29', months)),
      ['2024-08-29', '2025-02-28', '2026-02-28', '2027-02-28'],
    )
    assert.equal(addMonths('2026-08-31', 6), '2027-02-28')
    assert.equal(addMonths('2025-12-15', 12), '2026-12-15')
  })

  it('is asked for a month and a week before it and once it has passed', () => {
    const at = (today: string) => reminderFor('2026-06-30', today)
    assert.deepEqual(
      ['2026-05-30', '2026-05-31', '2026-06-22', '2026-06-23', '2026-06-30', '2026-07-01', '2026-09-01'].map(at),
      [undefined, 30, 30, 7, 7, -1, -1],
    )
  })
})

describe('how far a return is', () => {
  const due = '2026-06-30'

  it('follows from its day before there is a version', () => {
    const on = (today: string) => returnState({ due, today }, undefined)
    assert.deepEqual(['2026-05-30', '2026-05-31', '2026-06-30', '2026-07-01'].map(on), [
      'waiting',
      'due',
      'due',
      'overdue',
    ])
  })

  it('follows from what was done with its last version, however late', () => {
    const after = (...steps: Parameters<typeof returnState>[1] & object) =>
      returnState({ due, today: '2027-01-01' }, steps)
    assert.equal(after(), 'frozen')
    assert.equal(after('confirmed'), 'confirmed')
    assert.equal(after('confirmed', 'sent', 'questioned'), 'questioned')
    assert.equal(after('questioned'), 'sent-back', 'by finance, before anybody has sent it')
  })

  it('goes from finance to the council to the programme team, and no other way', () => {
    assert.ok(mayFollow('confirmed', 'frozen'))
    assert.ok(!mayFollow('sent', 'frozen'))
    assert.ok(!mayFollow('published', 'sent'))
    assert.ok(mayFollow('questioned', 'frozen'), 'finance sends it back')
    assert.ok(!mayFollow('questioned', 'confirmed'))
    assert.ok(canFreeze('questioned'))
    assert.ok(canFreeze('sent-back'))
    assert.ok(!canFreeze('sent'))
    assert.ok(!canFreeze('accepted'))
  })
})

it('a financial year begins on 1 April', () => {
  assert.deepEqual(['2025-03-31', '2025-04-01'].map(financialYearOf), [2024, 2025])
})
