import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { pairWeights } from './index.ts'

const near = (actual: readonly number[], expected: readonly number[], by: number) => {
  assert.equal(actual.length, expected.length)
  for (const [at, value] of actual.entries())
    assert.ok(Math.abs(value - (expected[at] ?? Number.NaN)) <= by, `${actual} is not ${expected}`)
}

/** Wang and Chin 2011. */
const published = [
  [1, 4, 3, 1, 3, 4],
  [1 / 4, 1, 7, 3, 1 / 5, 1],
  [1 / 3, 1 / 7, 1, 1 / 5, 1 / 5, 1 / 6],
  [1, 1 / 3, 5, 1, 1, 1 / 3],
  [1 / 3, 5, 5, 1, 1, 3],
  [1 / 4, 1, 6, 3, 1 / 3, 1],
]

const matrixOf = (weights: readonly number[]) => weights.map((one) => weights.map((other) => one / other))
const someWeights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })

describe('weights from comparisons in pairs', () => {
  it('are those that were published, with the ratio that warns', () => {
    const { weights, consistencyRatio } = pairWeights(published)
    near(weights, [0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391], 5e-5)
    near([consistencyRatio], [0.229], 5e-5)
    // The largest eigenvalue is 7.41987, which is 0.28397 a criterion more than six; the index of six is 1.24.
    near([consistencyRatio], [0.28397 / 1.24], 1e-5)
  })

  it('are those from which consistent comparisons were made', () => {
    fc.assert(
      fc.property(someWeights, (given) => {
        const all = given.reduce((sum, each) => sum + each, 0)
        const { weights, consistencyRatio } = pairWeights(matrixOf(given))
        near(
          weights,
          given.map((each) => each / all),
          1e-12,
        )
        near([consistencyRatio], [0], 1e-9)
      }),
    )
  })

  it('are an eigenvector of whatever was compared, and do not change with the order of the criteria', () => {
    const saaty = fc.integer({ min: -8, max: 8 }).map((step) => (step < 0 ? 1 / (1 - step) : 1 + step))
    const pairs = fc
      .integer({ min: 3, max: 6 })
      .chain((size) =>
        fc
          .array(fc.array(saaty, { minLength: size, maxLength: size }), { minLength: size, maxLength: size })
          .map((upper) =>
            upper.map((row, at) =>
              row.map((each, beside) => (at === beside ? 1 : at < beside ? each : 1 / (upper[beside]?.[at] ?? 1))),
            ),
          ),
      )
    fc.assert(
      fc.property(pairs, (given) => {
        const { weights, consistencyRatio } = pairWeights(given)
        const stretched = given.map((row) => row.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0))
        const times = stretched.map((each, at) => each / (weights[at] ?? 0))
        near(
          times,
          times.map(() => times[0] ?? 0),
          1e-6,
        )
        assert.ok(consistencyRatio >= 0)
        const turned = pairWeights(given.toReversed().map((row) => row.toReversed()))
        near(turned.weights.toReversed(), weights, 1e-9)
        near([turned.consistencyRatio], [consistencyRatio], 1e-9)
      }),
    )
  })

  it('refuse what is no comparison, and more criteria than there is an index for', () => {
    for (const wrong of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      assert.throws(
        () =>
          pairWeights([
            [1, wrong],
            [1, 1],
          ]),
        RangeError,
      )
    assert.throws(() => pairWeights(matrixOf(Array.from({ length: 16 }, () => 1))), RangeError)
    assert.throws(() => pairWeights([[1, 2]]), RangeError)
  })
})
