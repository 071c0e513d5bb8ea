import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changedTerms } from './decline-terms.ts'

const accepted = { state: 'accepted', version: 1 }
const last = { number: 2, madeAt: new Date('2026-03-01T12:00:00Z'), declined: false }

describe('changed terms of an award', () => {
  it('are declined until 28 days after they were offered, to the end of that day in UK time', () => {
    assert.deepEqual(changedTerms(accepted, last, new Date('2026-03-29T22:59:00Z')), {
      until: '2026-03-29',
      mayDecline: true,
    })
    assert.equal(changedTerms(accepted, last, new Date('2026-03-29T23:01:00Z'))?.mayDecline, false)
  })

  it('do not wait where nothing was accepted, nothing changed, or they are declined already', () => {
    const at = new Date('2026-03-02T12:00:00Z')
    assert.equal(changedTerms({ state: 'offered', version: null }, last, at), undefined)
    assert.equal(changedTerms({ state: 'accepted', version: 2 }, last, at), undefined)
    assert.equal(changedTerms(accepted, { ...last, declined: true }, at), undefined)
  })
})
