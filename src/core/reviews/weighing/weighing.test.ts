import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { acceptability, weigh } from '../../mcda/index.ts'
import { criteriaOf } from '../read-criteria.ts'
import type { ReviewCriterion } from '../review-criterion.ts'
import {
  beginProblems,
  type ReviewWeighing,
  readScores,
  readSwings,
  smaaCaseOf,
  type WeighingPerson,
  weighingWarnings,
  weighReview,
} from './index.ts'

const judged: ReviewCriterion = {
  id: 'reach',
  title: 'Reach',
  measures: 'How many come',
  worst: 'None',
  best: 'All',
  counted: 'no',
  unit: null,
  points: [
    { at: 0, value: 0 },
    { at: 100, value: 1 },
  ],
}
const travel: ReviewCriterion = {
  ...judged,
  id: 'travel',
  title: 'Travel',
  unit: 'minutes',
  points: [
    { at: 10, value: 1 },
    { at: 60, value: 0 },
  ],
}

const person = (id: string, over: Partial<WeighingPerson>): WeighingPerson => ({
  id,
  name: id,
  speaksFor: id,
  credentials: '',
  swings: { reach: 100, travel: 100 },
  swingReasons: {},
  scores: { reach: { a: 80, b: 20 }, travel: { a: 60, b: 10 } },
  scoreReasons: {},
  ...over,
})

const weighing = (over: Partial<ReviewWeighing> = {}): ReviewWeighing => ({
  round: 1,
  method: 'swing',
  facilitator: 'Fay',
  stage: 'revealed',
  pass: 1,
  criteria: [judged, travel],
  options: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  people: [person('staff', {}), person('users', { swings: { reach: 50, travel: 100 } })],
  notes: [],
  ...over,
})

const weighed = (over: Partial<ReviewWeighing> = {}) =>
  weighReview(weighing(over)) ?? assert.fail('it cannot be weighed')

describe('criteria as they were written', () => {
  it('are judged from 0 to 100, or measured by points', () => {
    const content = {
      title: 'Travel',
      scale: 'measured',
      unit: 'minutes',
      counted: 'partly',
      points: [
        { at: 10, worth: 100 },
        { at: 60, worth: 0 },
      ],
    }
    const [first, second] = criteriaOf({
      depth: 'standard',
      sheets: {
        criteria: [
          { id: 'one', version: 1, content },
          { id: 'two', version: 1, content: { title: 'Reach', scale: 'judged' } },
        ],
      },
    })
    assert.deepEqual(first?.points, travel.points)
    assert.equal(first?.counted, 'partly')
    assert.deepEqual([second?.unit, second?.points], [null, judged.points])
  })
})

describe('what is to be weighed', () => {
  const problems = (over: object) =>
    beginProblems({ criteria: [judged, travel], options: ['a', 'b'], scorers: 1, ...over }).map(({ code }) => code)

  it('has two criteria with both anchors, two options and a scorer', () => {
    assert.deepEqual(problems({}), [])
    assert.deepEqual(problems({ criteria: [judged] }), ['too-few-criteria'])
    assert.deepEqual(problems({ options: ['a'] }), ['too-few-options'])
    assert.deepEqual(problems({ scorers: 0 }), ['no-scorers'])
  })

  it('has measurements that go up, and from worst to best', () => {
    const withPoints = (points: ReviewCriterion['points']) => problems({ criteria: [judged, { ...travel, points }] })
    assert.deepEqual(withPoints(travel.points.toReversed()), ['points-do-not-fit'])
    assert.deepEqual(withPoints([{ at: 10, value: 1 }]), ['points-do-not-fit'])
    const flat = [
      { at: 10, value: 0.4 },
      { at: 60, value: 0 },
    ]
    assert.deepEqual(withPoints(flat), ['points-do-not-fit'])
    assert.deepEqual(withPoints([{ at: Number.NaN, value: 1 }, ...flat]), ['points-do-not-fit'])
  })
})

describe('weights that somebody typed', () => {
  const read = (method: 'swing' | 'percentage', reach: string, of: string, reason = 'Because') =>
    readSwings(method, [judged, travel], { reach: { points: reach, reason }, travel: { points: of, reason } })

  it('are swing points of which the most is 100', () => {
    const { value } = read('swing', '100', '33.5') as { value: unknown }
    assert.deepEqual(value, { points: { reach: 100, travel: 33.5 }, reasons: { reach: 'Because', travel: 'Because' } })
    for (const [one, other] of [
      ['0', '0'],
      ['99', '50'],
    ] as const)
      assert.deepEqual(read('swing', one, other), { ok: false, problems: [{ code: 'none-is-100' }] })
  })

  it('are percentages that are 100 together', () => {
    assert.ok(read('percentage', '33.3', '66.7').ok)
    assert.deepEqual(read('percentage', '100', '100'), {
      ok: false,
      problems: [{ code: 'not-100-together', sum: 200 }],
    })
  })

  it('are numbers with a reason', () => {
    for (const typed of ['NaN', 'Infinity', '-1', '101', '1e3', '33.33'])
      assert.deepEqual(read('swing', '100', typed), {
        ok: false,
        problems: [{ code: 'not-points', criterion: 'travel' }],
      })
    assert.deepEqual(read('swing', '100', '  '), {
      ok: false,
      problems: [{ code: 'points-missing', criterion: 'travel' }],
    })
    assert.equal(readSwings('swing', [judged], { reach: { points: '100', reason: 'x'.repeat(501) } }).ok, false)
    assert.equal(readSwings('swing', [judged], {}).ok, false)
  })
})

describe('scores that somebody typed', () => {
  const read = (criterion: ReviewCriterion, a: string, reason = 'Because') =>
    readScores(criterion, [{ id: 'a' }], { scores: { a }, reason })

  it('are from 0 to 100 where they are judged, and any number where they are measured', () => {
    assert.ok(read(judged, '0').ok && read(judged, '100').ok)
    assert.ok(read(travel, '-12.345678').ok && read(travel, '1,000').ok)
    for (const typed of ['101', '-1', 'NaN', '']) assert.ok(!read(judged, typed).ok)
    for (const typed of ['NaN', 'Infinity', 'far', '']) assert.ok(!read(travel, typed).ok)
    assert.ok(!read(judged, '50', ' ').ok)
  })
})

describe('a round that is weighed', () => {
  it('takes the mean of the weights and of what scores are worth', () => {
    const { weights, result, values } = weighed()
    assert.deepEqual(
      weights.map(({ mean }) => Math.round(mean * 1e6) / 1e6),
      [0.416667, 0.583333],
    )
    assert.deepEqual(
      values[0]?.map(({ mean }) => mean),
      [0.8, 0],
    )
    assert.deepEqual(result.ranking, [['b'], ['a']])
  })

  it('waits for weights, and for a score in every place', () => {
    assert.equal(weighReview(weighing({ people: [person('staff', { swings: null })] })), undefined)
    assert.equal(weighReview(weighing({ people: [person('staff', { scores: { reach: { a: 1, b: 2 } } })] })), undefined)
    assert.equal(weighReview(weighing({ people: [] })), undefined)
    assert.equal(weighReview(weighing({ options: [] })), undefined)
  })

  it('does not change with the order of people or of swings in proportion', () => {
    const { people } = weighing()
    const doubled = people.map((each) => ({ ...each, swings: { reach: 10, travel: 10 } }))
    const same = people.map((each) => ({ ...each, swings: { reach: 77, travel: 77 } }))
    assert.deepEqual(weighed({ people: doubled }).result.totals, weighed({ people: same }).result.totals)
    assert.deepEqual(weighed({ people: people.toReversed() }).result.ranking, weighed().result.ranking)
  })

  it('says how it stands for each group', () => {
    const { groups } = weighed({
      people: [person('staff', { swings: { reach: 100, travel: 0 } }), person('users', {})],
    })
    assert.deepEqual(
      groups.map(({ speaksFor, leaders }) => [speaksFor, leaders]),
      [
        ['staff', ['a']],
        ['users', ['b']],
      ],
    )
  })
})

describe('warnings', () => {
  const codes = (over: Partial<ReviewWeighing>) => {
    const given = weighing(over)
    return weighingWarnings(given.criteria, weighed(over)).map(({ code }) => code)
  }
  const scored = (a: readonly [number, number], b: readonly [number, number], swings = { reach: 100, travel: 100 }) => [
    person('staff', { swings, scores: { reach: { a: a[0], b: b[0] }, travel: { a: a[1], b: b[1] } } }),
  ]

  it('name what the money counts too', () => {
    assert.deepEqual(codes({ criteria: [{ ...judged, counted: 'yes' }, travel], people: scored([90, 60], [10, 10]) }), [
      'counted-in-money',
    ])
  })

  it('name a criterion that decides nothing', () => {
    assert.ok(codes({ people: scored([50, 60], [50, 10]) }).includes('no-swing'))
    assert.ok(codes({ people: scored([50, 60], [20, 10], { reach: 100, travel: 0 }) }).includes('no-weight'))
  })

  it('name an option that another beats, and by which', () => {
    const people = scored([50, 20], [40, 30])
    assert.deepEqual(weighingWarnings([judged, travel], weighed({ people }))[0], {
      code: 'dominated',
      option: 'b',
      by: ['a'],
    })
  })

  it('name what is level or close, and a group that would have another', () => {
    assert.deepEqual(codes({ people: scored([100, 60], [0, 10]) }), ['level'])
    assert.deepEqual(codes({ people: scored([92, 60], [0, 10]) }), ['close-call'])
    const people = [
      person('staff', { swings: { reach: 100, travel: 0 } }),
      person('users', { swings: { reach: 0, travel: 100 } }),
      person('finance', { swings: { reach: 0, travel: 100 } }),
    ]
    assert.deepEqual(codes({ people }), ['group-differs'])
  })
})

describe('what is asked of ranks', () => {
  const share = fc.integer({ min: 0, max: 100 })
  const given = fc.record({ a: share, b: share, more: share }).map(({ a, b, more }) =>
    weighing({
      people: [
        person('staff', { scores: { reach: { a, b }, travel: { a: 30, b: 20 } } }),
        person('users', { scores: { reach: { a: more, b }, travel: { a: 30, b: 20 } } }),
      ],
    }),
  )

  it('spreads what people differ on from the lowest to the highest', () => {
    const people = [
      person('staff', {}),
      person('users', { scores: { reach: { a: 40, b: 20 }, travel: { a: 60, b: 10 } } }),
    ]
    const { values } = smaaCaseOf(weighed({ people }), 'free', { samples: 1, seed: 1 })
    const [spread, known] = values[0] ?? []
    assert.ok(typeof spread === 'object' && spread.kind === 'triangular')
    assert.deepEqual([spread.low, spread.high], [0.4, 0.8])
    assert.ok(Math.abs(spread.mode - 0.6) < 1e-12)
    assert.deepEqual(known, 0)
  })

  it('has shares that are one together, and no weights for an option that never wins', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('free', 'order', 'given'), (round, known) => {
        const found = weighReview(round) ?? assert.fail()
        const { rankAcceptability, centralWeights } = acceptability(smaaCaseOf(found, known, { samples: 256, seed: 1 }))
        for (const [row, shares] of rankAcceptability.entries()) {
          assert.ok(Math.abs(shares.reduce((sum, each) => sum + each, 0) - 1) < 1e-9)
          assert.equal(centralWeights[row] === null, shares[0] === 0)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('agrees with the totals where weights and scores are known', () => {
    const found = weighed({ people: [person('staff', {})] })
    const { rankAcceptability } = acceptability(smaaCaseOf(found, 'given', { samples: 64, seed: 1 }))
    assert.deepEqual(weigh(found.given).ranking, [['b'], ['a']])
    assert.deepEqual(rankAcceptability, [
      [0, 1],
      [1, 0],
    ])
  })
})
