import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Criterion } from '../rules/index.ts'
import { type CombineRules, combineScores, type ToCombine } from './combine-scores.ts'

const criterion = (id: string, weightPercent: number, leastPoints: number | null = null): Criterion => ({
  id,
  name: id,
  looksFor: '',
  questions: [],
  weightPercent,
  leastPoints,
  bands: [0, 1, 2, 3, 4].map((points) => ({ points, name: '', guidance: '' })),
})

const rulesOf = (changes: Partial<CombineRules['interview']> = {}): CombineRules => ({
  overallLeastPercent: 60,
  interview: {
    held: true,
    criteria: [criterion('vision', 60), criterion('answers', 40, 2)],
    writtenPercent: 60,
    quorum: 3,
    ...changes,
  },
})

const given = (changes: Partial<ToCombine> = {}): ToCombine => ({
  applicationId: 'a',
  reference: 'A',
  writtenPercent: 80,
  missed: [],
  reviews: [
    { personId: '1', points: { vision: 4, answers: 2 } },
    { personId: '2', points: { vision: 2, answers: 3 } },
  ],
  ...changes,
})

describe('a final score', () => {
  it('is the written score and the mean of the panel, each by its sealed weight', () => {
    const found = combineScores(given(), rulesOf())
    // 60 × 3/4 + 40 × 2.5/4 = 70; 0.6 × 80 + 0.4 × 70 = 76
    assert.deepEqual(found, {
      applicationId: 'a',
      reference: 'A',
      writtenPercent: 80,
      interviewPercent: 70,
      totalPercent: 76,
      aboveThreshold: true,
    })
  })

  it('is the written score alone where no interviews are held', () => {
    const found = combineScores(given(), rulesOf({ held: false }))
    assert.deepEqual([found.interviewPercent, found.totalPercent, found.aboveThreshold], [null, 80, true])
    assert.equal(combineScores(given({ writtenPercent: 59.999999 }), rulesOf({ held: false })).aboveThreshold, false)
  })

  it('has nothing of an interview that nobody scored, and is then below the threshold', () => {
    const found = combineScores(given({ writtenPercent: 100, reviews: [] }), rulesOf())
    assert.deepEqual([found.interviewPercent, found.totalPercent, found.aboveThreshold], [null, 60, false])
  })

  it('is below the threshold where a criterion is, written or of the interview, whatever the total', () => {
    const reviews = [{ personId: '1', points: { vision: 4, answers: 1.99 } }]
    assert.equal(combineScores(given({ writtenPercent: 100, reviews }), rulesOf()).aboveThreshold, false)
    const missed = [{ criterion: 'need', least: 2, reached: 1 }]
    assert.equal(combineScores(given({ missed }), rulesOf()).aboveThreshold, false)
    const low = combineScores(given({ writtenPercent: 50 }), rulesOf())
    assert.deepEqual([low.totalPercent, low.aboveThreshold], [58, false])
    // The least for all is of the total: a written score below it can be made up for.
    const missedAll = [{ criterion: '', least: 60, reached: 55 }]
    assert.equal(combineScores(given({ writtenPercent: 55, missed: missedAll }), rulesOf()).aboveThreshold, true)
  })

  it('never falls when a member gives more, and does not depend on who comes first', () => {
    const points = fc.record({ vision: fc.integer({ min: 0, max: 4 }), answers: fc.integer({ min: 0, max: 4 }) })
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 100 }), (all, part) => {
        const reviews = all.map((each, at) => ({ personId: `${at}`, points: each }))
        const rules = rulesOf({ writtenPercent: part })
        const total = combineScores(given({ reviews }), rules).totalPercent
        assert.equal(combineScores(given({ reviews: reviews.toReversed() }), rules).totalPercent, total)
        const more = reviews.map((review, at) =>
          at > 0 ? review : { ...review, points: { ...review.points, vision: Math.min(4, review.points.vision + 1) } },
        )
        assert.ok(combineScores(given({ reviews: more }), rules).totalPercent >= total)
      }),
    )
  })
})
