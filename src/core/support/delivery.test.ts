import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type AcceptingSide,
  bothStand,
  deliverableStand,
  owesAnswer,
  readAnswer,
  readDeliverable,
  type SideAnswer,
} from './delivery.ts'

const said = (side: AcceptingSide, yes: boolean): SideAnswer => ({ side, yes })

describe('what both sides have to agree to', () => {
  it('is agreed by two, refused by one, and else waits for whoever has not said', () => {
    assert.equal(bothStand([]), 'waits')
    assert.equal(bothStand([said('council', true)]), 'waits')
    assert.equal(bothStand([said('council', true), said('team', true)]), 'agreed')
    assert.equal(bothStand([said('council', true), said('team', false)]), 'refused')
    assert.equal(bothStand([said('council', false)]), 'refused')
    assert.deepEqual(
      [owesAnswer('team', [said('council', true)]), owesAnswer('council', [said('council', true)])],
      [true, false],
    )
    assert.equal(owesAnswer('team', [said('council', false)]), false)
  })

  it('makes where a deliverable stands', () => {
    const [due, before, after] = ['2027-03-01', '2027-03-01', '2027-03-02']
    assert.deepEqual(
      [deliverableStand(undefined, due, before), deliverableStand(undefined, due, after)],
      ['to-come', 'late'],
    )
    assert.equal(deliverableStand([said('team', true)], due, after), 'delivered')
    assert.equal(deliverableStand([said('team', false)], due, after), 'sent-back')
    assert.equal(deliverableStand([said('team', true), said('council', true)], due, after), 'accepted')
  })
})

describe('what is typed of a deliverable', () => {
  it('is its name, a price in pounds and pence, and a day that is not past', () => {
    const due = { day: '1', month: '3', year: '2027' }
    assert.deepEqual(readDeliverable({ title: ' Report ', price: '£1,250.50', due }, '2027-03-01'), {
      ok: true,
      value: { title: 'Report', netPence: 125_050, dueOn: '2027-03-01' },
    })
    const wrong = readDeliverable({ title: '', price: '1.005', due }, '2027-03-02')
    assert.deepEqual(!wrong.ok && wrong.problems.map(({ code }) => code), ['missing', 'not-whole', 'day-past'])
  })

  it('is answered with yes or no, and why', () => {
    const wrong = readAnswer({ answer: '', reason: ' ' })
    assert.deepEqual(!wrong.ok && wrong.problems.map(({ field }) => field), ['answer', 'answer-reason'])
  })
})
