import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sharedStep } from './shared-step.ts'

describe('the largest step that values share', () => {
  it('is positive, whatever their signs, and 1 where there is none', () => {
    assert.equal(sharedStep([12, 18, 30]), 6)
    assert.equal(sharedStep([-4, 6]), 2)
    assert.equal(sharedStep([0, -5]), 5)
    for (const without of [[], [0, 0], [1.5, 3]]) assert.equal(sharedStep(without), 1)
  })
})
