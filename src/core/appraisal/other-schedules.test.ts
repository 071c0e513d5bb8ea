import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { discountFactors, discountSchedules, otherSchedules } from './index.ts'

describe('other discount schedules', () => {
  it('fall in the proportion in which the standard one falls, to the hundredth of a percent that is printed', () => {
    const standard = discountSchedules['green-book-2022']
    for (const name of ['tag-2026-health', 'tag-2026-lower-rate'] as const) {
      const bands = otherSchedules[name]
      assert.deepEqual(
        bands.map(({ from }) => from),
        standard.map(({ from }) => from),
      )
      for (const [place, { rate }] of standard.entries()) {
        const expected = (rate * bands[0].rate) / standard[0].rate
        assert.equal(bands[place]?.rate, Math.round(expected * 10_000) / 10_000, `${name}, band ${place}`)
      }
    }
  })

  it('have a rate for every year of four centuries', () => {
    for (const schedule of Object.values(otherSchedules)) {
      const factors = discountFactors(schedule, 401)
      assert.ok(factors.every((factor, year) => year === 0 || factor < (factors[year - 1] ?? 0)))
    }
    assert.ok(
      Math.abs((discountFactors(otherSchedules['green-book-2026-health'], 101)[100] ?? 0) - 1.015 ** -100) < 1e-12,
    )
  })
})
