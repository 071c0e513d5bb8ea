import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paybackAgainst } from './payback-against.ts'

const usual = [-100, -100, -100, -100, -100, -100]

describe('when a change has paid for itself', () => {
  it('is after what it costs, divided by what it saves each year', () => {
    for (const [cost, saved] of [
      [60, 40],
      [90, 30],
      [1, 5],
    ] as const) {
      const own = usual.map((pounds, year) => (year === 0 ? pounds - cost : pounds + saved))
      assert.ok(Math.abs(Number(paybackAgainst(own, usual)) - cost / saved) < 1e-12)
    }
  })

  it('is never where it costs more than it saves, and there is nothing to pay back where it never costs more', () => {
    const dearer = usual.map((pounds) => pounds - 1)
    assert.equal(paybackAgainst(dearer, usual), 'never')
    assert.equal(paybackAgainst([-90, ...dearer.slice(1, 3)], usual.slice(0, 3)), 'nothing')
    assert.equal(paybackAgainst([-90, -115, ...usual.slice(2)], usual), 'never')
    assert.equal(paybackAgainst(usual, usual), 'nothing')
  })

  it('begins to count at the first year, also where the cost comes later', () => {
    assert.equal(paybackAgainst([-100, -150, -50, -50, -50, -50], usual), 2)
    assert.equal(paybackAgainst([-90, -150, -20, -20, -20, -20], usual), 1.5)
  })

  it('takes no rounding of sums for money', () => {
    assert.equal(paybackAgainst([-0.3, -0.3], [-(0.1 + 0.2), -(0.1 + 0.2)]), 'nothing')
    assert.equal(paybackAgainst([-(0.1 + 0.2), -0.3], [-0.3, -0.3]), 'nothing')
  })
})
