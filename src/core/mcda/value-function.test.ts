import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkValueFunction, valueAt } from './value-function.ts'

const published = [
  { at: 50, value: 1 },
  { at: 75, value: 0.8 },
  { at: 90, value: 0.5 },
  { at: 100, value: 0 },
]

describe('a value function', () => {
  it('is straight between its anchors and flat beyond them, as in the published test', () => {
    assert.ok(Math.abs(valueAt(published, 60) - 0.92) < 1e-12)
    assert.deepEqual(
      [10, 40, 101, 120].map((at) => valueAt(published, at)),
      [1, 1, 0, 0],
    )
    assert.deepEqual(
      published.map(({ at }) => valueAt(published, at)),
      published.map(({ value }) => value),
    )
  })

  it('never turns round where its anchors do not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 150, noNaN: true }),
        fc.double({ min: 0, max: 150, noNaN: true }),
        (a, b) => {
          assert.ok(valueAt(published, Math.max(a, b)) <= valueAt(published, Math.min(a, b)) + 1e-12)
        },
      ),
    )
  })

  it('is refused with the anchor that is wrong', () => {
    const problemsOf = (...points: readonly [number, number][]) => {
      const checked = checkValueFunction(points.map(([at, value]) => ({ at, value })))
      return checked.ok ? [] : checked.problems
    }
    assert.deepEqual(problemsOf([0, 0], [1, 1]), [])
    assert.deepEqual(problemsOf([0, 0]), [{ code: 'too-few-points' }])
    assert.deepEqual(problemsOf([0, 0], [0, 1]), [{ code: 'not-ascending', index: 1 }])
    assert.deepEqual(problemsOf([0, 0], [1, 1.1]), [{ code: 'value-out-of-range', index: 1 }])
    assert.deepEqual(problemsOf([0, 0], [1, 0.8], [2, 0.5], [3, 1]), [{ code: 'turns-round', index: 2 }])
    assert.deepEqual(problemsOf([0, Number.NaN], [1, 1]), [{ code: 'not-a-number', index: 0 }])
    assert.throws(() => valueAt(published, Number.NaN), RangeError)
  })
})
