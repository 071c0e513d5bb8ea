import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { internalRates, modifiedRate } from './index.ts'

const near = (actual: number | null | undefined, expected: number, by = 1e-9) =>
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) <= by, `${actual} is not ${expected}`)

const published = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000]
const rates = { finance: 0.1, reinvestment: 0.12 }

describe('a modified internal rate of return', () => {
  it('is that in the documentation of spreadsheets', () => {
    near(modifiedRate(published, rates), 0.1260941304, 5e-11)
    near(modifiedRate(published.slice(0, 4), rates), -0.0480446552, 5e-11)
    near(modifiedRate(published, { ...rates, reinvestment: 0.14 }), 0.1347591108, 5e-11)
  })

  it('is the internal rate where money costs and earns just that', () => {
    const flows = fc.tuple(
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }),
    )
    fc.assert(
      fc.property(flows, ([paid, got]) => {
        const pounds = [-paid, ...got]
        const rate = internalRates(pounds)[0] ?? assert.fail()
        near(modifiedRate(pounds, { finance: rate, reinvestment: rate }), rate, 1e-6 * (1 + Math.abs(rate)))
      }),
    )
  })

  it('is one where the internal rates are two', () => {
    assert.equal(internalRates([-100, 230, -132]).length, 2)
    // 230 x 1.1 for what was paid: 100 + 132 / 1.1² over two years.
    near(modifiedRate([-100, 230, -132], { finance: 0.1, reinvestment: 0.1 }), 0.1)
  })

  it('does not change when all amounts are so many times as large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (times) => {
        near(
          modifiedRate(
            published.map((pounds) => pounds * times),
            rates,
          ),
          0.1260941304,
          1e-10,
        )
      }),
    )
  })

  it('is none where nothing is paid, nothing comes in, or there is one year', () => {
    for (const pounds of [[], [-5], [5], [-1, -2], [1, 2], [0, 0]]) assert.equal(modifiedRate(pounds, rates), null)
    assert.equal(modifiedRate([-1e308, 0, 1e308, 1e308], rates), null)
  })

  it('refuses what is no number, and money that would be worth less than nothing', () => {
    assert.throws(() => modifiedRate([-1, Number.NaN], rates), RangeError)
    assert.throws(() => modifiedRate([-1, Number.POSITIVE_INFINITY], rates), RangeError)
    for (const finance of [-1, -2, Number.NaN])
      assert.throws(() => modifiedRate(published, { ...rates, finance }), RangeError)
  })
})
