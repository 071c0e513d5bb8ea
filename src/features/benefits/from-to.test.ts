import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromTo } from './benefits.messages.ts'

describe('a range of values', () => {
  it('has its unit once, and pounds at both ends', () => {
    assert.equal(fromTo({ isMoney: false, unit: 'days a year' }, 10.204, 11.4), '10.2 to 11.4 days a year')
    assert.equal(fromTo({ isMoney: false, unit: 'days' }, 0, 1), '0 to 1 day')
    assert.equal(fromTo({ isMoney: true, unit: '' }, 8000, 12_880), '£8,000 to £12,880')
  })
})
