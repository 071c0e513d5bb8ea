import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { discountFactors, discountSchedules, presentValue } from './discount-schedule.ts'
import { gdpDeflators, inflationFactors } from './inflation.ts'

const steady = { index: { 2026: 100 }, after: 0.02 }

describe('prices', () => {
  it('are taken out before discounting, as in tables 7 and 8 of the Green Book', () => {
    const factors = inflationFactors(steady, 2026, 6)
    assert.deepEqual(
      factors.map((factor) => Number((1 / factor).toFixed(4))),
      [1, 0.9804, 0.9612, 0.9423, 0.9238, 0.9057],
    )
    const nominal = [1000, 1020, 1040.4, 1061.208, 1082.43216, 1104.0808032]
    const real = nominal.map((pounds, year) => pounds / (factors[year] ?? Number.NaN))
    for (const pounds of real) assert.ok(Math.abs(pounds - 1000) < 1e-9)
    const total = presentValue(real, discountFactors(discountSchedules['green-book-2026'], 6))
    assert.ok(Math.abs(total - 5515.052375) < 1e-6)
  })

  it('follow the published index and then what is assumed', () => {
    const [first, second, third, fourth] = inflationFactors(gdpDeflators['hmt-2025-12'], 2022, 5)
    assert.equal(first, 1)
    assert.ok(Math.abs((second ?? 0) - 96.2507 / 90.5005) < 1e-12)
    assert.ok(Math.abs((third ?? 0) - 100 / 90.5005) < 1e-12)
    assert.ok(Math.abs((fourth ?? 0) - 102 / 90.5005) < 1e-12)
  })

  it('are not made up for years before the index', () => {
    assert.throws(() => inflationFactors(gdpDeflators['hmt-2025-12'], 2001, 2), /begins in 2019/)
    assert.throws(() => inflationFactors(steady, Number.NaN, 2), RangeError)
  })
})
