import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chiSquaredTail, logGamma } from './chi-squared.ts'
import { quantile } from './quantile.ts'
import { withinGroups } from './within-groups.ts'

const near = (actual: number, expected: number, by = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= by, `${actual} is not ${expected}`)

describe('the gamma function', () => {
  it('is the factorial of one less at whole numbers, and √π at a half', () => {
    let factorial = 1
    for (let n = 1; n < 20; n += 1) {
      near(logGamma(n), Math.log(factorial), 1e-12 * Math.max(1, Math.log(factorial)))
      factorial *= n
    }
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)))
  })
})

describe('the tail of chi-squared', () => {
  it('has the critical values of printed tables', () => {
    for (const [value, degrees, p] of [
      [3.841, 1, 0.05],
      [11.07, 5, 0.05],
      [16.75, 5, 0.005],
      [18.307, 10, 0.05],
      [124.342, 100, 0.05],
    ] as const)
      near(chiSquaredTail(value, degrees), p, 1e-4)
  })

  it('is exp(-x/2) for two degrees, near and far', () => {
    for (const x of [0.001, 0.5, 2, 10, 100, 700]) near(chiSquaredTail(x, 2) / Math.exp(-x / 2), 1, 1e-12)
  })

  it('is 1 at nothing', () => {
    assert.equal(chiSquaredTail(0, 3), 1)
  })
})

describe('a quantile', () => {
  it('lies between its neighbours in proportion', () => {
    assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5)
    assert.equal(quantile([1, 2, 3, 4], 0), 1)
    assert.equal(quantile([1, 2, 3, 4], 1), 4)
    assert.equal(quantile([0, 10], 0.25), 2.5)
    assert.equal(quantile([7], 0.9), 7)
  })
})

describe('variation within groups', () => {
  it('is with that between their means all that there is', () => {
    const groups = [[2, 4, 9], [7], [], [1, 1, 5, 6]]
    const all = groups.flat()
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const total = all.reduce((sum, value) => sum + (value - mean(all)) ** 2, 0)
    const between = groups
      .filter(({ length }) => length > 0)
      .reduce((sum, values) => sum + values.length * (mean(values) - mean(all)) ** 2, 0)
    const { squares, freedom } = withinGroups(groups)
    near(squares, total - between)
    assert.equal(freedom, 2 + 0 + 3)
  })
})
