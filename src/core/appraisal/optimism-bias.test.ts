import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { biasLeft, mixedBias, optimismBounds } from './optimism-bias.ts'

const near = (found: number, expected: number, within = 1e-9) =>
  assert.ok(Math.abs(found - expected) <= within, `${found} is not ${expected}`)

const { 'non-standard-buildings': unusual, 'standard-buildings': usual } = optimismBounds

describe('optimism bias', () => {
  it('is mixed as in the published example: a building of 30% unusual and 70% usual work', () => {
    const mixed = (of: (type: typeof usual) => number) =>
      mixedBias([
        { share: 0.3, percent: of(unusual) },
        { share: 0.7, percent: of(usual) },
      ])
    near(
      mixed(({ costs }) => costs.upper),
      32.1,
    )
    near(
      mixed(({ duration }) => duration?.upper ?? Number.NaN),
      14.5,
    )
  })

  it('falls as its causes are dealt with, as in the published example of 28 months', () => {
    const contributions = [
      { percent: 5, mitigated: 1 },
      { percent: 2, mitigated: 1 },
      { percent: 22, mitigated: 0.4 },
      { percent: 5, mitigated: 1 },
      { percent: 3, mitigated: 1 },
    ]
    const left = biasLeft(unusual.duration?.upper ?? Number.NaN, contributions)
    near(left, 29.718, 1e-9)
    near(28 * (1 + left / 100), 36.32104, 1e-9)
  })

  it('is as published of a contract that is let: 92 in a hundred are dealt with, and 4% is left', () => {
    const left = biasLeft(unusual.costs.upper, [{ percent: 100, mitigated: 0.92 }])
    near(left, 4.08)
    assert.equal(Math.round(100 * (1 + left / 100)) + 7, 111)
  })

  it('is the upper bound where nothing was done', () => {
    assert.equal(biasLeft(41, []), optimismBounds.outsourcing.costs.upper)
    assert.equal(optimismBounds.outsourcing.duration, null)
  })
})
