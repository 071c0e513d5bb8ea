import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { drawOptions, lineFactor, meanShift, riskFactor, spreadsOf, type UncertainWorth } from './index.ts'

const near = (actual: number, expected: number, by: number) =>
  assert.ok(Math.abs(actual - expected) <= by, `${actual} is not within ${by} of ${expected}`)

const line = (driver: string, worth: number, factor: UncertainWorth['factor']): UncertainWorth => ({
  driver,
  worth,
  factor,
})

/** Drawn, and not worked out: what the mean of so many samples comes to. */
function drawnMean(lines: readonly UncertainWorth[]): number {
  const given = { options: [{ id: 'a', lines }], correlations: [], samples: 16_384, seed: 1 }
  return spreadsOf(given, [drawOptions(given, { from: 0, to: given.samples }) ?? assert.fail()])[0]?.mean ?? Number.NaN
}

describe('why a mean lies away from what stands in the table', () => {
  it('is a third of what a triangle reaches further to one side', () => {
    const { middle, mean, causes } = meanShift([line('Staff', -100, lineFactor('triangular', { low: 10, high: 40 }))])
    assert.equal(middle, -100)
    near(mean, -110, 1e-9)
    assert.deepEqual(
      causes.map(({ driver }) => driver),
      ['Staff'],
    )
  })

  it('is nothing where every range reaches as far to both sides', () => {
    const even = [
      line('Staff', -100, lineFactor('triangular', { low: 20, high: 20 })),
      line('Rent', -50, lineFactor('pert', { low: 10, high: 10 })),
      line('Fees', 70, lineFactor('uniform', { low: 5, high: 5 })),
      line('Risk: Flood', -9, riskFactor(0.2, { low: 30, high: 30 })),
    ]
    assert.deepEqual(meanShift(even), { middle: -89, mean: -89, causes: [] })
  })

  it('names those that move it the most first, each driver once, and risks by the range of what they cost', () => {
    const { causes } = meanShift([
      line('Staff', -100, lineFactor('triangular', { low: 0, high: 30 })),
      line('Risk: Strike', -60, riskFactor(0.5, { low: 0, high: 60 })),
      line('Staff', -50, lineFactor('triangular', { low: 0, high: 30 })),
      line('Rent', -500, lineFactor('triangular', { low: 0, high: 0 })),
    ])
    assert.deepEqual(
      causes.map(({ driver, amount }) => [driver, Math.round(amount * 1e6) / 1e6]),
      [
        ['Staff', -15],
        ['Risk: Strike', -12],
      ],
    )
  })

  it('leads to the mean that is drawn, whatever the shapes and the ranges are', () => {
    const part = fc.record({
      worth: fc.integer({ min: -1000, max: 1000 }),
      shape: fc.constantFrom('triangular', 'pert', 'uniform', 'lognormal', 'risk'),
      low: fc.integer({ min: 0, max: 60 }),
      high: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const lines = parts.map(({ worth, shape, ...range }, at) =>
          line(`${at}`, worth, shape === 'risk' ? riskFactor(0.4, range) : lineFactor(shape, range)),
        )
        const { mean, middle, causes } = meanShift(lines)
        near(mean, drawnMean(lines), 2)
        near(
          causes.reduce((sum, { amount }) => sum + amount, middle),
          mean,
          1e-9,
        )
      }),
      { numRuns: 25 },
    )
  })
})
