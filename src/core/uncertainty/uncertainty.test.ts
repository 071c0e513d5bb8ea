import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { betaQuantile, betaShare } from './beta.ts'
import { type Distribution, evenNumbers, meanOf, quantileOf, samplerOf, simulate, triangleOf } from './index.ts'
import { normalQuantile, normalShare } from './normal-quantile.ts'
import { evenDimensions } from './sobol.ts'

const near = (actual: number, expected: number, by = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= by, `${actual} is not ${expected}`)

const triangle: Distribution = { kind: 'triangular', low: 80, mode: 100, high: 150 }
const pert: Distribution = { kind: 'pert', low: 80, mode: 100, high: 150 }
const shares = [0.05, 0.1, 0.5, 0.8, 0.9, 0.95]

describe('quantiles', () => {
  it('of a triangle and of a PERT are those that were worked out', () => {
    const expected = {
      triangle: [88.3666, 91.8322, 108.167, 123.5425, 131.2917, 136.7712],
      pert: [86.3016, 89.0435, 103.8259, 116.2588, 122.727, 127.7392],
    }
    shares.forEach((share, place) => {
      near(quantileOf(triangle, share), expected.triangle[place] ?? 0, 5e-5)
      near(quantileOf(pert, share), expected.pert[place] ?? 0, 5e-5)
    })
    assert.equal(meanOf(triangle), 110)
    near(meanOf(pert), 105)
  })

  it('of the normal undo its shares, far out too', () => {
    near(normalQuantile(0.975), 1.959963984540054, 1e-12)
    for (const value of [-8, -5.2, -3, -0.4, 0, 0.1, 1.7, 4]) near(normalQuantile(normalShare(value)), value, 1e-8)
    for (const share of [1e-12, 1e-5, 0.2, 0.5]) near(normalShare(normalQuantile(share)) / share, 1, 1e-9)
  })

  it('of a beta undo its shares, which are polynomials where its parameters are whole', () => {
    for (const x of [0.01, 0.3, 0.77, 0.999]) {
      near(betaShare(x, 1, 4), 1 - (1 - x) ** 4, 1e-12)
      near(betaShare(x, 4, 1), x ** 4, 1e-12)
      near(betaShare(x, 2, 3), x ** 2 * (6 - 8 * x + 3 * x ** 2), 1e-12)
      near(betaShare(x, 2.5, 0.7) + betaShare(1 - x, 0.7, 2.5), 1, 1e-12)
      for (const [a, b] of [
        [2, 3],
        [0.5, 0.5],
        [30, 2],
        [1, 135],
      ] as const)
        near(betaShare(betaQuantile(x, a, b), a, b), x, 1e-11)
    }
  })

  it('from the table are the same to a millionth', () => {
    for (const given of [
      pert,
      { kind: 'beta', alpha: 20, beta: 116 },
      { kind: 'beta', alpha: 0.6, beta: 3 },
    ] as const) {
      const sample = samplerOf(given)
      const width = 'high' in given ? given.high - given.low : 1
      for (let at = 1; at < 2000; at += 1) near(sample(at / 2000), quantileOf(given, at / 2000), 1e-6 * width)
    }
  })
})

describe('even numbers', () => {
  const points = (dimension: number, count: number, seed = 1) => {
    const into = new Float64Array(count)
    evenNumbers(seed, dimension)(0, into)
    return into
  }

  it('fall once into each of so many equal cells, in every even dimension', () => {
    for (let dimension = 0; dimension < evenDimensions; dimension += 1) {
      const cells = new Set([...points(dimension, 256, 5)].map((value) => Math.floor(value * 256)))
      assert.equal(cells.size, 256, `dimension ${dimension}`)
    }
  })

  it('fall once into each box of two dimensions, whatever its shape', () => {
    const [xs, ys] = [points(0, 256), points(1, 256)]
    for (let bits = 0; bits <= 8; bits += 1) {
      const boxes = new Set(
        [...xs].map((x, at) => `${Math.floor(x * 2 ** bits)} ${Math.floor((ys[at] ?? 0) * 2 ** (8 - bits))}`),
      )
      assert.equal(boxes.size, 256, `${bits} bits across`)
    }
  })

  it('depend on their place and the seed alone, beyond the even dimensions too', () => {
    for (const dimension of [3, evenDimensions + 2]) {
      const whole = points(dimension, 64)
      const part = new Float64Array(16)
      evenNumbers(1, dimension)(32, part)
      assert.deepEqual(part, whole.slice(32, 48))
      assert.notDeepEqual(points(dimension, 64, 2), whole)
      assert.ok(whole.every((value) => value > 0 && value < 1))
    }
  })

  it('beyond the even dimensions have the moments of chance, and do not go together', () => {
    const [one, other] = [points(evenDimensions, 40_000), points(evenDimensions + 1, 40_000)]
    const mean = (of: (at: number) => number) => one.reduce((sum, _, at) => sum + of(at), 0) / one.length
    near(
      mean((at) => one[at] ?? 0),
      0.5,
      0.01,
    )
    near(
      mean((at) => ((one[at] ?? 0) - 0.5) * ((other[at] ?? 0) - 0.5)),
      0,
      0.002,
    )
    near(
      mean((at) => ((one[at] ?? 0) - 0.5) * ((one[at + 1] ?? 0.5) - 0.5)),
      0,
      0.002,
    )
  })
})

describe('a simulation', () => {
  const lines = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, distribution: triangle, years: [1] }))
  const each = (by: number) =>
    lines.flatMap(({ id }, at) => lines.slice(at + 1).map((other) => [id, other.id, by] as const))
  const run = (by: number) => {
    const found = simulate({
      lines,
      correlations: by === 0 ? [] : each(by),
      schedule: [{ from: 1, rate: 0.035 }],
      samples: 65_536,
      seed: 1,
    })
    assert.ok(found !== undefined)
    return found
  }

  it('of five triangles has their mean, and the spread of how they go together', () => {
    near(run(0).mean, 550, 0.001)
    near(run(0).sd, 32.914, 0.01)
    near(run(1).sd, 73.598, 0.01)
    // Less than the 57.009 of amounts that are so correlated: the normals behind them are.
    near(run(0.5).sd, 56.73, 0.1)
    assert.ok(run(0.5).percentiles['90'] > run(0).percentiles['90'])
  })

  it('of one line has its quantiles, and of a line in later years their worth today', () => {
    const one = (years: readonly number[]) => {
      const found = simulate({
        lines: [{ id: 'a', distribution: pert, years }],
        correlations: [],
        schedule: [{ from: 1, rate: 0.25 }],
        samples: 16_384,
        seed: 3,
      })
      assert.ok(found !== undefined)
      return found
    }
    near(one([1]).percentiles['90'], 122.727, 0.02)
    // Not the ((high - low) / 6)² = 136.1111 of many a textbook.
    near(one([1]).sd ** 2, 160.7143, 0.05)
    near(one([0, 0.5, 0.5]).mean, 105 * (0.5 / 1.25 + 0.5 / 1.5625), 0.001)
    const [bar] = one([1]).tornado
    near(bar?.low ?? 0, 89.0435, 5e-5)
    near(bar?.high ?? 0, 122.727, 5e-5)
  })

  it('refuses correlations that cannot all be', () => {
    assert.equal(
      triangleOf(
        ['a', 'b', 'c'],
        [
          ['a', 'b', 0.9],
          ['b', 'c', 0.9],
          ['a', 'c', -0.9],
        ],
      ),
      undefined,
    )
    assert.deepEqual(
      triangleOf(['a', 'b'], [['a', 'b', 0.6]])?.map((row) => [...row]),
      [
        [1, 0],
        [0.6, 0.8],
      ],
    )
  })
})
