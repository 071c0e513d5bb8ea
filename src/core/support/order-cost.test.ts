import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { beyond, daysWithin, type OrderTerms, orderCost, vatOf, vatPercents } from './order-cost.ts'

const terms = fc.record({
  tenthDays: fc.integer({ min: 0, max: 20_000 }),
  ratePence: fc.integer({ min: 0, max: 1_000_000 }),
  expensesPence: fc.integer({ min: 0, max: 100_000_000 }),
  vatPercent: fc.constantFrom(...vatPercents),
}) satisfies fc.Arbitrary<OrderTerms>

describe('what an order costs', () => {
  it('is days at their rate with expenses, and the tax counts where the fund includes it', () => {
    const order: OrderTerms = { tenthDays: 125, ratePence: 85_000, expensesPence: 45_050, vatPercent: 20 }
    assert.deepEqual(orderCost(order, 'included'), { netPence: 1_107_550, vatPence: 221_510, countedPence: 1_329_060 })
    assert.equal(orderCost(order, 'not-stated').countedPence, 1_329_060)
    assert.equal(orderCost(order, 'excluded').countedPence, 1_107_550)
  })

  it('rounds half a penny up, as whole numbers that agree with fractions', () => {
    fc.assert(
      fc.property(terms, (order) => {
        const { netPence, vatPence } = orderCost(order, 'included')
        const exactNet = BigInt(order.tenthDays) * BigInt(order.ratePence)
        assert.equal(BigInt(netPence - order.expensesPence), (exactNet * 2n + 10n) / 20n)
        assert.equal(BigInt(vatPence), (BigInt(netPence) * BigInt(order.vatPercent) * 2n + 100n) / 200n)
      }),
    )
  })

  it('has tax of a rate on the whole sum', () => {
    assert.deepEqual([vatOf(103, 20), vatOf(102, 20), vatOf(10, 5), vatOf(100, 0)], [21, 20, 1, 0])
  })
})

describe('what is left', () => {
  it('bounds an order by its award first and then by its fund', () => {
    const left = { awardPence: 500, fundPence: 300 }
    assert.equal(beyond({ countedPence: 300 }, left), undefined)
    assert.deepEqual(beyond({ countedPence: 301 }, left), { code: 'beyond-fund', leftPence: 300, countedPence: 301 })
    assert.deepEqual(beyond({ countedPence: 501 }, left), { code: 'beyond-award', leftPence: 500, countedPence: 501 })
  })

  it('pays for so many days, and for not one more', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 10_000_000 }), (order, left) => {
        const days = daysWithin(left, order, 'included')
        const cost = (whole: number) =>
          orderCost({ ...order, tenthDays: 10, expensesPence: 0 }, 'included').countedPence * whole
        assert.ok(cost(days) <= left)
        assert.ok(cost(1) === 0 || cost(days + 1) > left)
      }),
    )
  })
})
