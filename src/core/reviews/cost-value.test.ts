import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { weigh } from '../mcda/index.ts'
import { costAndValue, type ReviewAppraisal, type WeighedReview } from './index.ts'

/** As much of an appraisal and of a weighing as is looked at. */
function given(points: readonly (readonly [id: string, cost: number, value: number])[]) {
  const appraisal = {
    options: points.map(([id, cost]) => ({
      option: { id, title: id.toUpperCase() },
      economic: { pvPublicCosts: cost, pvOtherCosts: 0 },
    })),
  } as unknown as ReviewAppraisal
  const mcda = {
    criteria: [{ id: 'all', swing: 1 }],
    options: points.map(([id]) => id),
    values: points.map(([, , value]) => [value / 100]),
  }
  return [appraisal, { given: mcda, result: weigh(mcda) } as unknown as WeighedReview] as const
}

const verdicts = (points: Parameters<typeof given>[0]) =>
  Object.fromEntries(costAndValue(...given(points)).map(({ id, dominatedBy }) => [id, dominatedBy]))

describe('money beside what else matters', () => {
  it('names what costs no more and is worth no less', () => {
    assert.deepEqual(
      verdicts([
        ['cheap', 10, 20],
        ['good', 30, 80],
        ['dear', 40, 70],
        ['odd', 30, 60],
      ]),
      {
        cheap: [],
        good: [],
        dear: ['GOOD'],
        odd: ['GOOD'],
      },
    )
  })

  it('lets options that are alike in both stand beside one another', () => {
    assert.deepEqual(
      verdicts([
        ['one', 10, 50],
        ['two', 10, 50],
      ]),
      { one: [], two: [] },
    )
  })

  it('always has somebody on the frontier, the cheapest of the best among them', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (list) => {
        const points = list.map(([cost, value], at) => [`o${at}`, cost, value * 5] as const)
        const most = Math.max(...points.map(([, , value]) => value))
        const best = points.filter(([, , value]) => value === most)
        const [id] = best.reduce((one, other) => (other[1] < one[1] ? other : one))
        assert.deepEqual(verdicts(points)[id], [])
      }),
    )
  })
})
