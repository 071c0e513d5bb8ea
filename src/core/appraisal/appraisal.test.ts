import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { appraise, discountFactors, discountSchedules, internalRates, payback, presentValue } from './index.ts'

const near = (actual: number | null | undefined, expected: number, by = 1e-9) =>
  assert.ok(
    actual !== null && actual !== undefined && Math.abs(actual - expected) <= by,
    `${actual} is not ${expected}`,
  )

const { 'green-book-2026': now, 'green-book-2022': before } = discountSchedules
const factor = (schedule: typeof now | typeof before, year: number) => discountFactors(schedule, year + 1)[year]
const annuity = (years: number, from = 1) =>
  discountFactors(now, from + years)
    .slice(from)
    .reduce((sum, each) => sum + each, 0)

describe('discount factors', () => {
  it('are those of the Green Book’s worked example', () => {
    for (const [year, printed] of [1, 0.9662, 0.9335, 0.9019, 0.8714, 0.842].entries())
      near(factor(now, year), printed, 5e-5)
    near(presentValue([1000, 1000, 1000, 1000, 1000, 1000], discountFactors(now, 6)), 5515.052375, 1e-6)
    for (const [year, exact] of [
      [1, 0.9661835749],
      [75, 0.0942137726],
      [125, 0.027410763],
    ] as const)
      near(factor(now, year), exact, 1e-10)
  })

  it('are not what comes of adding inflation to the rate, which the Green Book warns of', () => {
    const nominal = [0, 1, 2, 3, 4, 5].map((year) => 1000 * 1.02 ** year)
    const wrong = presentValue(nominal, discountFactors([{ from: 1, rate: 0.055 }], 6))
    near(wrong, 5523.841286, 1e-6)
    const taken = nominal.map((pounds, year) => pounds / 1.02 ** year)
    near(presentValue(taken, discountFactors(now, 6)), 5515.052375, 1e-6)
  })

  it('give a published net present value at a tenth a year', () => {
    near(presentValue([-100, 50, 50, 50], discountFactors([{ from: 1, rate: 0.1 }], 4)), 24.34, 5e-3)
  })

  it('of 2022 are those of the printed table, to its four places, however far', () => {
    for (const [year, printed] of [
      [40, 0.2651],
      [50, 0.1973],
      [60, 0.1468],
      [75, 0.0942],
      [80, 0.0833],
      [90, 0.0651],
      [100, 0.0508],
      [125, 0.0274],
      [150, 0.0167],
      [200, 0.0062],
      [250, 0.0029],
      [300, 0.0014],
      [350, 0.0009],
      [400, 0.0005],
      [500, 0.0002],
    ] as const)
      near(factor(before, year), printed, 5e-5)
  })

  it('change rate in years 31 and 76, and in 126 by one schedule only', () => {
    near(factor(now, 30), 0.3562784106, 1e-10)
    near(factor(now, 31), 0.3459013695, 1e-10)
    near(factor(now, 76), 0.0919158757, 1e-10)
    near(factor(now, 126), 0.0267422078, 1e-10)
    near(factor(before, 126), 0.0268732971, 1e-10)
  })

  it('add up to annuities, whatever a table has misprinted', () => {
    near(annuity(5), 4.515052, 1e-6)
    near(annuity(7), 6.114544, 1e-6)
    near(annuity(10), 8.316605, 1e-6)
    near(annuity(15), 11.517411, 1e-6)
    near(annuity(20), 14.212403, 1e-6)
    near(annuity(25), 16.481515, 1e-6)
    near(annuity(30), 18.392045, 1e-6)
    near(annuity(60), 25.37526, 1e-6)
    near(annuity(100), 28.863363, 1e-6)
    near(2000 / annuity(7), 327.088988, 1e-6)
    near(2500 / annuity(10), 300.60342, 1e-6)
    near(75 * annuity(15, 7), 702.71, 5e-3)
  })

  it('are not there for a year without a rate', () => {
    assert.throws(() => discountFactors([{ from: 1, to: 2, rate: 0.03 }], 4), /year 3/)
  })
})

describe('internal rates of return', () => {
  it('are those in the documentation of spreadsheets', () => {
    near(internalRates([-70000, 12000, 15000, 18000, 21000, 26000])[0], 0.086630948)
    near(internalRates([-70000, 12000, 15000, 18000, 21000])[0], -0.0212448483, 1e-10)
    near(internalRates([-70000, 12000, 15000])[0], -0.4435069413, 1e-10)
    near(internalRates([-100, 50, 50, 50])[0], 0.2337519, 1e-6)
  })

  it('are both where there are two, one where they touch, and none where no amount has another sign', () => {
    const two = internalRates([-100, 230, -132])
    assert.equal(two.length, 2)
    near(two[0], 0.1)
    near(two[1], 0.2)
    const touching = internalRates([-100, 220, -121])
    assert.equal(touching.length, 1)
    near(touching[0], 0.1, 1e-6)
    for (const flows of [[100, 200], [-1, -1], [0, 0], [], [5]]) assert.deepEqual(internalRates(flows), [])
  })

  it('does not mind years of nothing at either end', () => {
    near(internalRates([0, 0, -100, 110, 0])[0], 0.1)
  })

  it('make the amounts worth nothing, each of them, and are as many as were put in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -6, max: 30 }), {
          minLength: 1,
          maxLength: 4,
          comparator: (a, b) => Math.abs(a - b) < 4,
        }),
        (percents) => {
          const rates = percents.map((percent) => percent / 10).sort((one, other) => one - other)
          // Π (y - (1 + rate)), in powers of y = 1 + rate, highest first: amounts with just these rates.
          const flows = rates.reduce<readonly number[]>(
            (product, rate) => product.concat(0).map((value, at) => value - (1 + rate) * (product[at - 1] ?? 0)),
            [1],
          )
          const found = internalRates(flows)
          assert.equal(found.length, rates.length)
          found.forEach((rate, at) => {
            near(rate, rates[at] ?? 0, 1e-6)
          })
        },
      ),
    )
  })

  it('is found for a service of sixty years', () => {
    const flows = [-1_000_000, ...Array.from({ length: 60 }, () => 50_000)]
    const [rate] = internalRates(flows)
    near(
      flows.reduce((sum, amount, year) => sum + amount / (1 + (rate ?? 0)) ** year, 0),
      0,
      1e-3,
    )
  })
})

describe('payback', () => {
  it('is in proportion within its year, at once without an outlay, and never when it is not reached', () => {
    assert.equal(payback([-100, 40, 40, 40]), 2.5)
    assert.equal(payback([-100, 100]), 1)
    assert.equal(payback([0, 5]), 0)
    assert.equal(payback([10, -5]), 0)
    assert.equal(payback([-100, 10]), null)
  })
})

describe('an appraisal', () => {
  const options = [
    { id: 'bau', publicCosts: [0, 100, 100], benefits: [0, 120, 120] },
    {
      id: 'mutual',
      publicCosts: [50, 60, 60],
      otherCosts: [0, 10, 10],
      benefits: [0, 110, 130],
      optimismBias: { costs: 0.41, mitigated: 0.5 },
    },
    { id: 'free', publicCosts: [], benefits: [1] },
  ]
  const [bau, mutual, free] = appraise(now, options, 'bau')

  it('adds up by hand', () => {
    const [one, two] = [1 / 1.035, 1 / 1.035 ** 2]
    near(bau?.pvPublicCosts, 100 * (one + two))
    near(bau?.npsv, 20 * (one + two))
    near(mutual?.pvPublicCosts, 1.205 * (50 + 60 * (one + two)))
    near(mutual?.pvOtherCosts, 1.205 * 10 * (one + two))
    near(mutual?.pvBenefits, 110 * one + 130 * two)
    near(bau?.bcr, 1.2)
    near(mutual?.rpsc, ((mutual?.pvBenefits ?? 0) - (mutual?.pvOtherCosts ?? 0)) / (mutual?.pvPublicCosts ?? 1))
    near(mutual?.againstBusinessAsUsual.npsv, (mutual?.npsv ?? 0) - (bau?.npsv ?? 0))
    near(bau?.againstBusinessAsUsual.npsv, 0)
  })

  it('has no ratio to nothing', () => {
    assert.deepEqual(
      [free?.bcr, free?.rpsc, free?.switching.costsForZero, free?.switching.costsForEqual],
      [null, null, null, null],
    )
    assert.equal(free?.switching.benefitsForZero, 0)
  })

  it('switches where its switching values say: worked out again with the factor, it is worth that', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ publicCosts: amounts, otherCosts: amounts, benefits: amounts }), {
          minLength: 2,
          maxLength: 4,
        }),
        (given) => {
          const all = given.map((option, at) => ({ id: `${at}`, ...option }))
          const found = appraise(now, all, '0')
          const times = (values: readonly number[], factor: number) => values.map((value) => value * factor)
          const again = (at: number, costs: number, benefits: number) =>
            appraise(
              now,
              all.map((option, place) =>
                place === at
                  ? {
                      ...option,
                      publicCosts: times(option.publicCosts, costs),
                      otherCosts: times(option.otherCosts, costs),
                      benefits: times(option.benefits, benefits),
                    }
                  : option,
              ),
              '0',
            )[at]?.npsv
          found.forEach(({ switching }, at) => {
            const best = Math.max(...found.filter((_, place) => place !== at).map(({ npsv }) => npsv))
            near(again(at, switching.costsForZero ?? 0, 1), 0, 1e-6)
            near(again(at, 1, switching.benefitsForZero ?? 0), 0, 1e-6)
            near(again(at, switching.costsForEqual ?? 0, 1), best, 1e-6)
            near(again(at, 1, switching.benefitsForEqual ?? 0), best, 1e-6)
          })
        },
      ),
    )
  })

  it('needs the business as usual', () => {
    assert.throws(() => appraise(now, options, 'none'), RangeError)
  })
})
