import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { placesAt, weigh, weightLines } from './index.ts'

/** The published example of Scott Logic: weights 3, 5 and 2. */
const values = [
  [0.5, 0.1, 0.4],
  [0.3, 0.3, 0.4],
  [0.1, 0.5, 0.1],
]
const weights = [0.3, 0.5, 0.2]
const placesOf = (weight: number) => placesAt(weightLines(values, weights, 1), weight).map(({ place }) => place)

describe('options under another weight', () => {
  it('are in the order of the published example, which turns at the weights that are known', () => {
    assert.deepEqual(placesOf(0.5), [3, 1, 2])
    assert.deepEqual(placesOf(0.38), [2, 1, 3])
    assert.deepEqual(placesOf(0.37), [1, 2, 3])
    assert.deepEqual(placesOf(0.54), [3, 1, 2])
    assert.deepEqual(placesOf(0.55), [3, 2, 1])
    assert.deepEqual(placesOf(0.375), [1, 1, 3], 'level at 37.5%')
  })

  it('come to what they do when everything is weighed again', () => {
    const share = fc.integer({ min: 1, max: 100 })
    const matrix = fc.array(fc.tuple(share, share, share), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(
        matrix,
        fc.tuple(share, share, share),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (rows, swings, weight) => {
          const all = swings.reduce((sum, swing) => sum + swing, 0)
          const found = placesAt(
            weightLines(
              rows,
              swings.map((swing) => swing / all),
              0,
            ),
            weight,
          )
          const others = (swings[1] ?? 0) + (swings[2] ?? 0)
          const again = weigh({
            options: rows.map((_, at) => `o${at}`),
            criteria: [weight / (1 - weight), (swings[1] ?? 0) / others, (swings[2] ?? 0) / others].map(
              (swing, at) => ({
                id: `c${at}`,
                swing,
              }),
            ),
            values: rows,
          })
          for (const [at, { total }] of found.entries()) assert.ok(Math.abs(total - (again.totals[at] ?? 0)) < 1e-9)
        },
      ),
    )
  })
})
