import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ReviewCriterion } from '../review-criterion.ts'
import { consistencies, consistencyOf, consistencyWords } from './pairs.ts'
import { pairChoices, pairsOf, readPairs } from './read-pairs.ts'

const criteriaNamed = (...ids: readonly string[]): readonly ReviewCriterion[] =>
  ids.map((id) => ({
    id,
    title: id.toUpperCase(),
    measures: '',
    worst: '',
    best: '',
    counted: 'no',
    unit: null,
    points: [],
  }))

/** Six criteria of Wang and Chin 2011, above the diagonal, with the weights and the ratio that they publish. */
const published = {
  criteria: criteriaNamed('a', 'b', 'c', 'd', 'e', 'f'),
  chosen: {
    ...{ ab: '4', ac: '3', ad: '1', ae: '3', af: '4' },
    ...{ bc: '7', bd: '3', be: '1/5', bf: '1' },
    ...{ cd: '1/5', ce: '1/5', cf: '1/6' },
    ...{ de: '1', df: '1/3' },
    ef: '3',
  } as Readonly<Record<string, string>>,
  weights: [0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391],
  ratio: 0.229,
}

const read = (criteria: readonly ReviewCriterion[], chosen: Readonly<Record<string, string>>, reason = 'Because') =>
  readPairs(
    criteria,
    (one, other) => chosen[one + other] ?? '',
    Object.fromEntries(criteria.map(({ id }) => [id, { reason }])),
  )

describe('criteria that are compared in pairs', () => {
  it('come to the weights and the consistency ratio that are published', () => {
    const found = read(published.criteria, published.chosen)
    assert.ok(found.ok)
    for (const [at, { id }] of published.criteria.entries())
      assert.ok(Math.abs((found.value.points[id] ?? 0) - 100 * (published.weights[at] ?? 0)) < 0.006, id)
    const { ratio, isHigh, furthest } = consistencyOf(published.criteria, found.value.pairs)
    assert.ok(Math.abs(ratio - published.ratio) < 0.00005)
    assert.equal(isHigh, true)
    // Found by hand from the published weights: 7 stands where 0.1395 / 0.0348 is 4.0, and 1/5 where 0.1395 / 0.2374 is 0.59,
    // and 3 where 0.3208 / 0.0348 is 9.2, which is 3.07 times away: the furthest is the greatest of these.
    const far = pairsOf(published.criteria).map(([one, other]) => {
      const weight = (id: string) => published.weights[published.criteria.findIndex((each) => each.id === id)] ?? 0
      const times = pairChoices.get(published.chosen[one.id + other.id] ?? '') ?? Number.NaN
      const [more, less] = [times, weight(one.id) / weight(other.id)]
      return { pair: [one.title, other.title], apart: Math.max(more / less, less / more) }
    })
    assert.deepEqual(furthest, far.toSorted((one, other) => other.apart - one.apart)[0]?.pair)
  })

  it('need each comparison and each reason, and name what is missing', () => {
    const criteria = criteriaNamed('a', 'b', 'c')
    assert.deepEqual(read(criteria, { ab: '3', ac: '10', bc: '' }), {
      ok: false,
      problems: [
        { code: 'pair-missing', one: 'a', other: 'c' },
        { code: 'pair-missing', one: 'b', other: 'c' },
      ],
    })
    const thin = read(criteriaNamed('a', 'b'), { ab: '1' }, ' ')
    assert.deepEqual(thin.ok ? [] : thin.problems.map(({ code }) => code), ['reason-missing', 'reason-missing'])
  })

  it('do not contradict one another where there are two, or where all come from one set of weights', () => {
    const choice = fc.constantFrom(...pairChoices.keys())
    fc.assert(
      fc.property(choice, (ab) => {
        const criteria = criteriaNamed('a', 'b')
        const found = read(criteria, { ab })
        assert.ok(found.ok)
        const times = pairChoices.get(ab) ?? Number.NaN
        assert.ok(Math.abs((found.value.points.a ?? 0) - (100 * times) / (1 + times)) < 1e-9)
        assert.deepEqual(consistencyOf(criteria, found.value.pairs), { ratio: 0, isHigh: false, furthest: undefined })
      }),
    )
    const whole = read(criteriaNamed('a', 'b', 'c'), { ab: '2', ac: '6', bc: '3' })
    assert.ok(whole.ok)
    assert.deepEqual(
      Object.values(whole.value.points).map((points) => points.toFixed(6)),
      ['60.000000', '30.000000', '10.000000'],
    )
  })

  it('are turned round with what is chosen', () => {
    assert.deepEqual([...pairChoices.keys()].slice(7, 10), ['2', '1', '1/2'])
    assert.equal(pairChoices.size, 17)
    for (const [choice, times] of pairChoices) {
      const round = choice.startsWith('1/') ? choice.slice(2) : choice === '1' ? '1' : `1/${choice}`
      assert.equal(pairChoices.get(round), 1 / times)
    }
  })
})

describe('the consistency of what people compared', () => {
  it('is said of those alone who compared in pairs', () => {
    const someone = { speaksFor: '', credentials: '', swingReasons: {}, scores: {}, scoreReasons: {} }
    const criteria = criteriaNamed('a', 'b', 'c')
    const pairs = { a: { b: 9, c: 1 / 9 }, b: { c: 9 } }
    const people = [
      { ...someone, id: 'x', name: 'X', swings: { a: 1, b: 1, c: 1 }, pairs },
      { ...someone, id: 'y', name: 'Y', swings: { a: 1, b: 1, c: 1 }, pairs: null },
      { ...someone, id: 'z', name: 'Z', swings: null },
    ]
    const said = consistencies({ criteria, people })
    assert.deepEqual(
      said.map(({ name, isHigh }) => [name, isHigh]),
      [['X', true]],
    )
    // All go round in a circle, so that all weigh the same: λ = 1 + 9 + 1/9, of which the index is (λ - 3) / 2.
    const ratio = (1 + 9 + 1 / 9 - 3) / 2 / 0.58
    assert.ok(Math.abs((said[0]?.ratio ?? 0) - ratio) < 1e-9)
    assert.equal(
      consistencyWords(said[0] ?? assert.fail()),
      '6.13, above 0.10: these comparisons contradict one another',
    )
  })
})
