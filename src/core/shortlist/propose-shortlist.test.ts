import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type AssessmentRules, firstBands, firstRules, type TieBreak } from '../rules/index.ts'
import { type Candidate, proposeShortlist, type ShortlistCase } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const criterion = (id: string, weightPercent: number, leastPoints: number | null = null) => ({
  id,
  name: id,
  looksFor: '',
  questions: [],
  weightPercent,
  leastPoints,
  bands: firstBands,
})

const rules: AssessmentRules = {
  ...firstRules,
  criteria: [criterion('need', 60), criterion('plan', 40)],
  overallLeastPercent: 0,
  tieBreaks: [{ kind: 'earlier', criterion: '' }],
}

/** Reviews as pairs of points for need and plan. */
const candidate = (id: string, reviews: readonly (readonly [number, number])[], rest: Partial<Candidate> = {}) => ({
  id,
  reference: `R-${id}`,
  region: 'London',
  authorityType: 'district',
  deliveryModels: [],
  submittedAt: '2026-01-01T00:00:00.000Z',
  reviews: reviews.map(([need, plan], at) => ({ personId: `p${at}`, points: { need, plan } })),
  ...rest,
})

const caseOf = (candidates: readonly Candidate[], size: number, rest: Partial<ShortlistCase> = {}): ShortlistCase => ({
  size,
  rules,
  candidates,
  estimates: null,
  preferred: [],
  drawValue: '',
  ...rest,
})
const tied = (...tieBreaks: readonly TieBreak[]) => ({ rules: { ...rules, tieBreaks } })
const proposed = (given: ShortlistCase) =>
  proposeShortlist(given, sha256)
    .items.filter((item) => item.proposed)
    .map(({ id }) => id)
const bandsOf = (given: ShortlistCase) =>
  Object.fromEntries(proposeShortlist(given, sha256).items.map(({ id, band }) => [id, band]))

describe('a proposed shortlist', () => {
  it('ranks on unrounded means: a difference that rounding would hide is not a tie', () => {
    // 60 × 3/4 + 40 × 3/4 = 75 twice, and with one plan of 3.02: 75.0667 on the mean of three.
    const better = candidate('b', [
      [3, 3],
      [3, 3],
      [3, 3.02],
    ])
    const given = caseOf(
      [
        candidate('a', [
          [3, 3],
          [3, 3],
          [3, 3],
        ]),
        better,
      ],
      1,
    )
    const { items } = proposeShortlist(given, sha256)
    const standing = items.map(({ id, rank, mean }) => [id, rank, mean]).sort()
    assert.deepEqual(standing, [
      ['a', 2, 75],
      ['b', 1, 75.066667],
    ])
  })

  it('leaves out what misses a threshold of a criterion or of all, and says which', () => {
    const strict = { ...rules, criteria: [criterion('need', 60, 2), criterion('plan', 40)], overallLeastPercent: 50 }
    const given = caseOf(
      [
        candidate('a', [
          [1, 4],
          [2, 4],
        ]),
        candidate('b', [[2, 1]]),
        candidate('c', [[2, 2]]),
        candidate('d', []),
      ],
      3,
      { rules: strict },
    )
    const { items, method } = proposeShortlist(given, sha256)
    assert.equal(method, 'room-for-all')
    assert.deepEqual(
      items.map(({ id, band, proposed, missed }) => [id, band, proposed, missed]),
      [
        ['c', 'clear-in', true, []],
        ['a', 'below-threshold', false, [{ criterion: 'need', least: 2, reached: 1.5 }]],
        ['b', 'below-threshold', false, [{ criterion: '', least: 50, reached: 40 }]],
        ['d', 'unscored', false, []],
      ],
    )
  })

  it('has three bands where there are estimates, and is clear only where rank and probability agree', () => {
    const means = [4, 3.5, 3, 2, 1].map((points, at) => candidate('abcde'[at] as string, [[points, points]]))
    const estimates = [0.95, 0.05, 0.9, 0.1, 0].map((probabilityIn, at) => ({
      id: 'abcde'[at] as string,
      estimate: 50 + at,
      probabilityIn,
    }))
    const given = caseOf(means, 2, { estimates })
    const expected = { a: 'clear-in', b: 'near-tie', c: 'near-tie', d: 'clear-out', e: 'clear-out' }
    assert.deepEqual(bandsOf(given), expected)
    assert.equal(proposeShortlist(given, sha256).method, 'estimates')
  })

  it('lets estimates rank only where the sealed rules say so', () => {
    const two = [candidate('a', [[4, 4]]), candidate('b', [[3, 3]])]
    const estimates = [
      { id: 'a', estimate: 70, probabilityIn: 0.02 },
      { id: 'b', estimate: 80, probabilityIn: 0.98 },
    ]
    const calibrated = { ...rules, calibration: { use: 'ranks', noneUpTo: 0 } as const }
    assert.deepEqual(proposed(caseOf(two, 1, { estimates, rules: calibrated })), ['b'])
    // As advice they make it a near tie, which the order of ties decides: both were sent at once, so the reference.
    assert.deepEqual(bandsOf(caseOf(two, 1, { estimates })), { a: 'near-tie', b: 'near-tie' })
  })

  it('says where nothing is known of how sure the means are: only what is equal cannot be told apart', () => {
    const given = caseOf([candidate('a', [[4, 4]]), candidate('b', [[3, 3]]), candidate('c', [[3, 3]])], 2)
    assert.equal(proposeShortlist(given, sha256).method, 'equal-only')
    assert.deepEqual(bandsOf(given), { a: 'clear-in', b: 'near-tie', c: 'near-tie' })
  })

  it('gives the same whatever the order of the candidates, and never more than there is room for', () => {
    const points = fc.integer({ min: 0, max: 4 })
    const reviews = fc.array(fc.tuple(points, points), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(reviews, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 6 }), (all, size) => {
        const candidates = all.map((each, at) => candidate(String(at), each, { region: `G${at % 3}` }))
        const draw = tied({ kind: 'under-represented', criterion: '' }, { kind: 'draw', criterion: '' })
        const given = caseOf(candidates, size, { ...draw, drawValue: '1 2 3' })
        const one = proposeShortlist(given, sha256)
        assert.deepEqual(proposeShortlist({ ...given, candidates: candidates.toReversed() }, sha256), one)
        assert.equal(one.items.filter((item) => item.proposed).length, Math.min(size, candidates.length))
        assert.deepEqual(one.waitsFor, [])
        // Nobody clearly out stands before anybody clearly in.
        const places = Map.groupBy(one.items, ({ band }) => band)
        const last = places.get('clear-in')?.at(-1)?.place ?? 0
        assert.ok((places.get('clear-out')?.[0]?.place ?? 99) > last)
      }),
    )
  })
})

describe('the sealed order of ties', () => {
  const equal = (ids: string, rest: (at: number) => Partial<Candidate> = () => ({})) =>
    [...ids].map((id, at) => candidate(id, [[3, 3]], rest(at)))

  it('takes the one with more points for the named criterion', () => {
    // 60 × 2/4 + 40 × 3/4 = 60 × 3/4 + 40 × 1.5/4 = 60
    const given = [candidate('a', [[2, 3]]), candidate('b', [[3, 1.5]])]
    assert.deepEqual(proposed(caseOf(given, 1, tied({ kind: 'criterion', criterion: 'plan' }))), ['a'])
    assert.deepEqual(proposed(caseOf(given, 1, tied({ kind: 'criterion', criterion: 'need' }))), ['b'])
  })

  it('takes the one that was sent first', () => {
    const days = ['03', '01', '02']
    const given = equal('abc', (at) => ({ submittedAt: `2026-01-${days[at]}T00:00:00.000Z` }))
    assert.deepEqual(proposed(caseOf(given, 2)), ['b', 'c'])
  })

  it('takes kinds of which the fewest stand before, one after the other', () => {
    const first = candidate('x', [[4, 4]], { region: 'North' })
    const regions = ['North', 'North', 'South', 'South']
    const given = [first, ...equal('abcd', (at) => ({ region: regions[at] as string }))]
    const rule = tied({ kind: 'under-represented', criterion: '' }, { kind: 'earlier', criterion: '' })
    // North has one: c, then both have one, then the first by reference, which makes North two, then South.
    assert.deepEqual(proposed(caseOf(given, 4, rule)), ['x', 'c', 'a', 'd'])
  })

  it('takes the one that the panel preferred most often, once it has compared them all', () => {
    const rule = tied({ kind: 'pairwise', criterion: '' }, { kind: 'earlier', criterion: '' })
    const open = proposeShortlist(caseOf(equal('abc'), 1, { ...rule, preferred: [['c', 'a']] }), sha256)
    assert.deepEqual(open.waitsFor, ['pairwise'])
    assert.deepEqual(open.toCompare, [
      ['a', 'b'],
      ['b', 'c'],
    ])
    const preferred = [
      ['c', 'a'],
      ['b', 'a'],
      ['c', 'b'],
    ] as const
    const done = proposeShortlist(caseOf(equal('abc'), 2, { ...rule, preferred }), sha256)
    assert.deepEqual(
      done.items.map(({ id, decidedBy }) => [id, decidedBy]),
      [
        ['c', 1],
        ['b', 1],
        ['a', null],
      ],
    )
    assert.deepEqual(done.waitsFor, [])
  })

  it('draws lots by SHA-256 of the list and the public value, as sha256sum does', () => {
    const rule = { ...tied({ kind: 'draw', criterion: '' }), drawValue: '4 8 15 16 23 42' }
    const seed = sha256('["R-a","R-b","R-c"]4 8 15 16 23 42')
    const lots = ['a', 'b', 'c'].map((id) => ({ id, lot: sha256(`${seed}R-${id}`) }))
    const winner = lots.sort((one, other) => (one.lot < other.lot ? -1 : 1))[0]?.id
    assert.deepEqual(proposed(caseOf(equal('abc'), 1, rule)), [winner])
  })

  it('says that the draw is waited for where the line depends on it, and not elsewhere', () => {
    const rule = tied({ kind: 'draw', criterion: '' })
    assert.deepEqual(proposeShortlist(caseOf(equal('abc'), 1, rule), sha256).waitsFor, ['draw'])
    assert.deepEqual(proposeShortlist(caseOf(equal('abc'), 3, rule), sha256).waitsFor, [])
  })
})
