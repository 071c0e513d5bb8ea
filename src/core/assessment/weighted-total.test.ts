import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { pointWorth, rawRanks, totalScale, weightedTotal } from './weighted-total.ts'

const scale = (...points: number[]) => points.map((each) => ({ points: each, name: '', guidance: '' }))
const criteria = [
  { id: 'a', weightPercent: 60, bands: scale(0, 1, 2, 3, 4) },
  { id: 'b', weightPercent: 40, bands: scale(1, 2, 3, 4, 5) },
]

describe('a weighted total', () => {
  it('counts each criterion by its part of its own scale', () => {
    assert.equal(weightedTotal(criteria, new Map([['a', 3]])), null)
    const all = new Map([
      ['a', 3],
      ['b', 4],
    ])
    assert.equal(weightedTotal(criteria, all), 77)
    assert.deepEqual(totalScale(criteria), [8, 100])
    assert.equal(pointWorth(criteria), 23)
  })

  it('is equal where it should be, whatever the order of the criteria', () => {
    const thirds = [33.33, 33.33, 33.34].map((weightPercent, at) => ({
      id: `${at}`,
      weightPercent,
      bands: scale(0, 1, 2, 3, 4, 5, 6, 7),
    }))
    const points = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(points, (given) => {
        const of = new Map(given.map((each, at) => [`${at}`, each]))
        assert.equal(weightedTotal(thirds, of), weightedTotal(thirds.toReversed(), of))
      }),
    )
  })
})

describe('ranks by the plain mean', () => {
  it('share the best of their places where means are the same', () => {
    const ranks = rawRanks([
      { applicationId: 'x', personId: '1', total: 50 },
      { applicationId: 'y', personId: '1', total: 70.1 },
      { applicationId: 'y', personId: '2', total: 70.2 },
      { applicationId: 'z', personId: '3', total: 70.3 },
      { applicationId: 'z', personId: '1', total: 70 },
    ])
    assert.deepEqual(
      ranks.map(({ applicationId, rank, mean, reviews, range }) => [applicationId, rank, mean, reviews, range]),
      [
        ['y', 1, 70.15, 2, 0.1],
        ['z', 1, 70.15, 2, 0.3],
        ['x', 3, 50, 1, 0],
      ],
    )
  })

  it('are none where nothing was scored', () => assert.deepEqual(rawRanks([]), []))
})
