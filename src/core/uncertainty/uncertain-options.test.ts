import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cashBand } from './cash-bands.ts'
import type { Distribution } from './distribution.ts'
import { lineFactor, riskFactor } from './line-factor.ts'
import { drawOptions, type OptionsCase, splitSamples, spreadsOf } from './uncertain-options.ts'

const tri: Distribution = { kind: 'triangular', low: 0.8, mode: 1, high: 1.5 }
const samples = 65_536

const spreads = (given: Omit<OptionsCase, 'samples' | 'seed'>, workers = 1) => {
  const full = { ...given, samples, seed: 7 }
  const parts = splitSamples(samples, workers).map((range) => drawOptions(full, range) ?? assert.fail('they cannot be'))
  return spreadsOf(full, parts)
}

const near = (value: number | undefined, wanted: number, within: number): void =>
  assert.ok(Math.abs((value ?? Number.NaN) - wanted) <= within, `${value} is not within ${within} of ${wanted}`)

describe('what options may come to', () => {
  it('has the mean, the spread and the percentiles of a triangular line', () => {
    const [one] = spreads({
      options: [{ id: 'a', lines: [{ driver: 'Staff', worth: 100, factor: tri }] }],
      correlations: [],
    })
    near(one?.mean, 110, 0.01)
    near((one?.sd ?? 0) ** 2, 216.6667, 0.1)
    for (const [percent, wanted] of [
      [5, 88.3666],
      [10, 91.8322],
      [50, 108.167],
      [80, 123.5425],
      [90, 131.2917],
      [95, 136.7712],
    ] as const)
      near(one?.curve[percent], wanted, 0.02)
  })

  it('adds lines up: five alone, together by half, and as one', () => {
    const five = (drivers: readonly string[]) => [
      { id: 'a', lines: drivers.map((driver) => ({ driver, worth: 100, factor: tri })) },
    ]
    const names = ['a', 'b', 'c', 'd', 'e']
    const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const))
    near(spreads({ options: five(names), correlations: [] })[0]?.sd, 32.914, 0.05)
    // A copula of normal variables is a little looser for triangular ones: published for a correlation of a half, 57.0088.
    near(
      spreads({ options: five(names), correlations: pairs.map(([one, other]) => [one, other, 0.5]) })[0]?.sd,
      57.0088,
      0.6,
    )
    near(spreads({ options: five(names.map(() => 'a')), correlations: [] })[0]?.sd, 73.598, 0.05)
  })

  it('is the same for any number of workers, to the last bit', () => {
    const lines = (worth: number) => [
      { driver: 'Staff', worth, factor: tri },
      { driver: 'Premises', worth: worth / 3, factor: lineFactor('pert', { low: 10, high: 40 }) },
    ]
    const options = [
      { id: 'a', lines: lines(-100) },
      { id: 'b', lines: lines(-90) },
    ]
    const alone = spreads({ options, correlations: [['Staff', 'Premises', 0.4]] })
    for (const workers of [2, 3, 7, 64, 1000])
      assert.deepEqual(spreads({ options, correlations: [['Staff', 'Premises', 0.4]] }, workers), alone)
  })

  it('draws all options with the same numbers: what costs a tenth more in everything is never first', () => {
    const option = (id: string, scale: number) => ({
      id,
      lines: ['x', 'y', 'z'].map((driver) => ({ driver, worth: -100 * scale, factor: tri })),
    })
    const [cheap, dear] = spreads({ options: [option('cheap', 1), option('dear', 1.1)], correlations: [] })
    assert.deepEqual([cheap?.first, dear?.first], [1, 0])
    const [one, same] = spreads({ options: [option('one', 1), option('same', 1)], correlations: [] })
    assert.deepEqual([one?.first, same?.first], [0.5, 0.5])
  })

  it('puts the widest line first in the tornado, about what stands in the table', () => {
    const [one] = spreads({
      options: [
        {
          id: 'a',
          lines: [
            { driver: 'Fixed', worth: -50, factor: lineFactor('triangular', { low: 0, high: 0 }) },
            { driver: 'Rent', worth: -20, factor: lineFactor('uniform', { low: 10, high: 10 }) },
            { driver: 'Staff', worth: -100, factor: lineFactor('uniform', { low: 10, high: 30 }) },
          ],
        },
      ],
      correlations: [],
    })
    assert.deepEqual(
      one?.tornado.map(({ driver }) => driver),
      ['Staff', 'Rent'],
    )
    const [staff, rent] = one?.tornado ?? []
    near(staff?.low, -170 + 100 - 94, 1e-9)
    near(staff?.high, -170 + 100 - 126, 1e-9)
    near(rent?.high, -170 - 20 * 0.08, 1e-9)
  })

  it('is nothing where the correlations cannot all be', () => {
    const lines = ['a', 'b', 'c'].map((driver) => ({ driver, worth: 1, factor: tri }))
    const correlations = [
      ['a', 'b', 0.9],
      ['b', 'c', 0.9],
      ['a', 'c', -0.9],
    ] as const
    assert.equal(
      drawOptions({ options: [{ id: 'a', lines }], correlations, samples: 1024, seed: 1 }, { from: 0, to: 1024 }),
      undefined,
    )
  })

  it('splits samples into whole blocks that follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 300 }), (count, workers) => {
        const ranges = splitSamples(count, workers)
        assert.equal(ranges[0]?.from, 0)
        assert.equal(ranges.at(-1)?.to, count)
        for (const [at, range] of ranges.entries()) {
          assert.ok(range.from < range.to && range.from % 1024 === 0)
          if (at > 0) assert.equal(range.from, ranges[at - 1]?.to)
        }
      }),
    )
  })
})

describe('risks that happen or do not', () => {
  const risk = (driver: string, chance: number, pounds: number, range = { low: 0, high: 0 }) => ({
    driver,
    worth: chance * pounds,
    factor: riskFactor(chance, range),
  })
  const of = (lines: readonly ReturnType<typeof risk>[]) =>
    spreads({ options: [{ id: 'a', lines }], correlations: [] })[0]

  it('have the mean and the variance of three that are known', () => {
    const found = of([risk('a', 0.3, 2), risk('b', 0.5, 5), risk('c', 0.2, 10)])
    near(found?.mean, 5.1, 0.002)
    near((found?.sd ?? 0) ** 2, 23.09, 0.01)
    // Nothing happens in 28 of 100 samples, and all of it in 3.
    assert.deepEqual([found?.curve[27], found?.curve[98]?.toFixed(6)], [0, '17.000000'])
  })

  it('with a range of costs have the mean and the variance of a mixture', () => {
    const [chance, pounds] = [0.25, 1000]
    const [low, mode, high] = [800, 1000, 1500]
    const mean = (low + mode + high) / 3
    const variance = (low ** 2 + mode ** 2 + high ** 2 - low * mode - low * high - mode * high) / 18
    const found = of([risk('a', chance, pounds, { low: 20, high: 50 })])
    near(found?.mean, chance * mean, 0.02)
    near((found?.sd ?? 0) ** 2 / (chance * (variance + mean ** 2) - (chance * mean) ** 2), 1, 1e-4)
    near(found?.curve[74], 0, 0)
    assert.ok((found?.curve[76] ?? 0) >= 800)
    near(found?.curve[100], 1500, 5)
  })

  it('of one name happen together, and of others do not', () => {
    const sd = (names: readonly string[]): number => of(names.map((name) => risk(name, 0.5, 2)))?.sd ?? 0
    near(sd(['a', 'a']), 2, 0.001)
    near(sd(['a', 'b']), Math.SQRT2, 0.001)
  })

  it('are in the tornado from not happening to happening, however rare they are', () => {
    const found = of([risk('Certain', 1, 40), risk('Rare', 0.02, 500), risk('Likely', 0.8, 100)])
    assert.deepEqual(
      found?.tornado.map(({ driver, low, high }) => [driver, Math.round(low), Math.round(high)]),
      [
        ['Rare', 120, 620],
        ['Likely', 50, 150],
        ['Certain', 90, 130],
      ],
    )
  })
})

describe('what has been paid by the end of each year', () => {
  it('is the sum so far where nothing is uncertain, and its last percentiles are those of the whole', () => {
    const line = (factor: Distribution) => ({ driver: 'Staff', worth: -60, factor, pounds: [-10, -20, -30] })
    const of = (factor: Distribution) =>
      cashBand({ options: [{ id: 'a', lines: [line(factor)] }], correlations: [], samples, seed: 3 }, 'a')
    const certain = of(lineFactor('uniform', { low: 0, high: 0 }))
    assert.deepEqual(certain, { low: [-10, -30, -60], middle: [-10, -30, -60], high: [-10, -30, -60] })
    near(of(tri)?.low.at(-1), -0.6 * 131.2917, 0.02)
    near(of(tri)?.high.at(-1), -0.6 * 91.8322, 0.02)
  })
})

describe('the factor on a line', () => {
  it('of a lognormal keeps 80 in a hundred between what is as far below as above', () => {
    const factor = lineFactor('lognormal', { low: 0, high: 25 })
    const [one] = spreads({ options: [{ id: 'a', lines: [{ driver: 'a', worth: 1, factor }] }], correlations: [] })
    near(one?.curve[90], 1.25, 0.002)
    near(one?.curve[10], 0.8, 0.002)
    near(one?.curve[50], 1, 0.001)
  })
})
