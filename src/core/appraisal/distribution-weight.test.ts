import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { distributionWeight, equivalisedIncome } from './distribution-weight.ts'

describe('distribution', () => {
  it('compares households as in the published table', () => {
    const of = (adults: number, children: number) => Math.round(equivalisedIncome(300, { adults, older: 0, children }))
    assert.deepEqual([of(2, 0), of(1, 0), of(2, 2)], [300, 448, 214])
    assert.equal(
      equivalisedIncome(300, { adults: 1, older: 1, children: 0 }),
      equivalisedIncome(300, { adults: 2, older: 0, children: 0 }),
    )
    assert.throws(() => equivalisedIncome(300, { adults: 0, older: 0, children: 1 }), /at least one adult/)
  })

  it('weighs a pound by who gets it', () => {
    const of = (pounds: number) => Number(distributionWeight(pounds, 35_000).toFixed(4))
    assert.deepEqual([20_000, 35_000, 60_000, 100_000].map(of), [2.0699, 1, 0.4962, 0.2554])
    assert.throws(() => distributionWeight(0, 35_000), /above nothing/)
    assert.throws(() => distributionWeight(Number.NaN, 35_000), /above nothing/)
  })
})
