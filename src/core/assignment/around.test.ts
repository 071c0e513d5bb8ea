import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { noExpertise } from '../assessment/subjects.ts'
import {
  type AssignmentCase,
  assign,
  chooseAnchors,
  everyonePairs,
  findLoads,
  findNextBest,
  findObstacle,
  matchOf,
  orderPiles,
} from './index.ts'

const solve = await openHighs()

const caseOf = (match: readonly (readonly number[])[], more: Partial<AssignmentCase> = {}): AssignmentCase => ({
  needs: 1,
  applications: match.map((_, place) => `E${place}`),
  assessors: (match[0] ?? []).map((_, place) => ({ id: `A${place}`, min: 0, max: 9 })),
  match,
  conflicts: [],
  objective: 'total',
  seed: 1,
  ...more,
})

describe('loads', () => {
  const around = { below: 2, above: 2 }
  const reader = (id: string, more: { wanted?: number; free?: number } = {}) => ({
    id,
    wanted: more.wanted ?? null,
    free: more.free ?? 100,
  })

  it('are around the average for everybody alike', () => {
    assert.deepEqual(
      findLoads(
        30,
        ['a', 'b', 'c'].map((id) => reader(id)),
        around,
      ),
      [
        { id: 'a', min: 8, max: 12 },
        { id: 'b', min: 8, max: 12 },
        { id: 'c', min: 8, max: 12 },
      ],
    )
  })

  it('are higher for the others where somebody offers fewer or has many conflicts', () => {
    const readers = [reader('a', { wanted: 4 }), reader('b', { free: 2 }), reader('c'), reader('d')]
    assert.deepEqual(findLoads(30, readers, around), [
      { id: 'a', min: 4, max: 4 },
      { id: 'b', min: 2, max: 2 },
      { id: 'c', min: 10, max: 14 },
      { id: 'd', min: 10, max: 14 },
    ])
  })

  it('are nothing for somebody in conflict with everything, and for nobody', () => {
    assert.deepEqual(findLoads(6, [reader('a', { free: 0 }), reader('b')], around)[0], { id: 'a', min: 0, max: 0 })
    assert.deepEqual(findLoads(6, [], around), [])
  })

  it('are what is left for those who keep fewer than others, and leave everybody what they read', () => {
    const kept = (id: string, count: number) => ({ ...reader(id, { free: 20 }), kept: count })
    assert.deepEqual(findLoads(60, [kept('a', 19), kept('b', 19), kept('c', 19), reader('d', { free: 3 })], around), [
      { id: 'a', min: 19, max: 20 },
      { id: 'b', min: 19, max: 20 },
      { id: 'c', min: 19, max: 20 },
      { id: 'd', min: 1, max: 3 },
    ])
    // Twelve each if nobody had begun: those who have not may go on reading as many.
    assert.deepEqual(
      findLoads(36, [kept('a', 16), reader('b'), reader('c')], around).map(({ min, max }) => [min, max]),
      [
        [16, 16],
        [8, 14],
        [8, 14],
      ],
    )
  })

  it('can always be met without conflicts when enough is offered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(
          fc.record({
            wanted: fc.option(fc.integer({ min: 1, max: 40 })),
            free: fc.integer({ min: 0, max: 60 }),
            part: fc.nat(100),
          }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (begun, given) => {
          const offers = given.map(({ wanted, free, part }) => ({
            wanted,
            free,
            kept: Math.floor((free * part) / 100),
          }))
          const scores = begun + offers.reduce((sum, { kept }) => sum + kept, 0)
          const loads = findLoads(
            scores,
            offers.map((offer, place) => ({ id: `${place}`, ...offer })),
            around,
          )
          const offered = offers.reduce(
            (sum, { wanted, free, kept }) => sum + Math.max(kept, Math.min(wanted ?? free, free)),
            0,
          )
          const sum = (of: 'min' | 'max') => loads.reduce((total, load) => total + load[of], 0)
          assert.ok(sum('min') <= Math.max(scores, 0))
          assert.ok(sum('max') >= Math.min(scores, offered))
          assert.ok(loads.every(({ min, max }) => min <= max))
        },
      ),
    )
  })
})

describe('what is seen to be impossible at once', () => {
  const text = (given: AssignmentCase) => findObstacle(given)?.text

  it('is a round without assessors', () => {
    assert.match(
      text(caseOf([[], []])) ?? '',
      /^Nobody has accepted to assess, and 2 applications are to be scored: invite/,
    )
  })

  it('is one assessor where more are needed, and everybody in conflict', () => {
    assert.match(
      text(caseOf([[1]], { needs: 3 })) ?? '',
      /^E0 needs 3 assessors, and only A0 is free of a conflict with it: add 2/,
    )
    const conflicts = [
      ['E0', 'A0'],
      ['E0', 'A1'],
    ] as const
    assert.match(
      text(caseOf([[1, 1]], { conflicts })) ?? '',
      /nobody is free .* while A0 and A1 have one: add 1 assessor/,
    )
  })

  it('is fewer scores offered than needed, and more to be taken than there are', () => {
    const offer = (min: number, max: number) =>
      caseOf(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        { assessors: ['A0', 'A1'].map((id) => ({ id, min, max })) },
      )
    assert.match(
      text(offer(0, 1)) ?? '',
      /^E0, E1 and E2 need 3 scores, and A0 and A1 offer 2 at most: raise what they offer by 1/,
    )
    assert.match(text(offer(2, 3)) ?? '', /^A0 and A1 must take at least 4 applications, and 3 scores are to be given/)
    assert.equal(text(offer(1, 2)), undefined)
  })

  it('is impossible for the solver too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 8 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 1, max: 3 }),
        (held, loads, needs) => {
          const assessors = loads.map(([min, more], place) => ({ id: `A${place}`, min, max: min + more }))
          const match = [0, 1, 2].map(() => assessors.map(() => 1))
          const conflicts = held.map(([e, a]) => [`E${e}`, `A${a % assessors.length}`] as const)
          const given = caseOf(match, { assessors, conflicts, needs })
          if (findObstacle(given) !== undefined) assert.equal(assign(given, solve).status, 'impossible')
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the next best', () => {
  it('costs what the whole loses when the application must have that assessor', () => {
    const quarters = fc.integer({ min: 0, max: 4 }).map((value) => value / 4)
    fc.assert(
      fc.property(
        fc.array(fc.array(quarters, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 }),
        fc.integer({ min: 2, max: 4 }),
        (match, held, max) => {
          const conflicts = held.map(([e, a]) => [`E${e % match.length}`, `A${a}`] as const)
          const assessors = [0, 1, 2, 3].map((place) => ({ id: `A${place}`, min: 1, max }))
          const given = caseOf(match, { needs: 2, assessors, conflicts })
          const best = assign(given, solve)
          if (best.status === 'impossible') return
          const next = findNextBest(given, best.pairs)
          for (const application of given.applications) {
            // What each newcomer costs, found by solving again with the newcomer's place fixed.
            const costs = assessors
              .filter(({ id }) => !best.pairs.some((pair) => pair[0] === application && pair[1] === id))
              .filter(({ id }) => !conflicts.some((pair) => pair[0] === application && pair[1] === id))
              .flatMap(({ id }) => {
                const forced = assign({ ...given, fixed: [[application, id]] }, solve)
                return forced.status === 'optimal' ? [best.total - forced.total] : []
              })
            const found = next.find((one) => one.application === application)
            if (costs.length === 0) assert.equal(found, undefined)
            else assert.ok(Math.abs((found?.cost ?? Number.NaN) - Math.min(...costs)) < 1e-6)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('around an assignment', () => {
  it('everybody reads everything without a conflict', () => {
    const given = caseOf(
      [
        [1, 1],
        [1, 1],
      ],
      { conflicts: [['E1', 'A0']] },
    )
    assert.deepEqual(everyonePairs(given), [
      ['E0', 'A0'],
      ['E0', 'A1'],
      ['E1', 'A1'],
    ])
  })

  it('anchors are those prepared, then those with the fewest conflicts', () => {
    const given = caseOf([[1], [1], [1]], { conflicts: [['E0', 'A0']] })
    assert.deepEqual(chooseAnchors(given, { count: 1, prepared: ['E0'] }), ['E0'])
    assert.ok(!chooseAnchors(given, { count: 2 }).includes('E0'))
    assert.deepEqual(
      chooseAnchors({ ...given, applications: ['E2', 'E1', 'E0'] }, { count: 2 }),
      chooseAnchors(given, { count: 2 }),
    )
  })

  it('piles are shuffled for each assessor, the same for a seed, with anchors first', () => {
    const pairs = everyonePairs(caseOf(Array.from({ length: 12 }, () => [1, 1, 1])))
    const pile = (assessor: string, seed: number, from = pairs) =>
      orderPiles(from, seed, ['E5'])
        .filter((one) => one.assessor === assessor)
        .map(({ application }) => application)
    assert.deepEqual(pile('A0', 1, [...pairs].reverse()), pile('A0', 1))
    assert.notDeepEqual(pile('A0', 1), pile('A1', 1))
    assert.notDeepEqual(pile('A0', 1), pile('A0', 2))
    assert.equal(pile('A2', 3)[0], 'E5')
    const places = orderPiles(pairs, 1)
      .filter(({ assessor }) => assessor === 'A0')
      .map(({ place }) => place)
    assert.deepEqual(places, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('a match grows with what is known, and bids move it by a fifth at most', () => {
    const subject = { serviceAreas: ['health', 'housing'], deliveryModels: ['mutual'], authorityKind: 'district' }
    const all = { ...noExpertise, ...subject, authorityTypes: ['district'] }
    assert.equal(matchOf(subject, all, 'yes').match, 1)
    assert.equal(matchOf(subject, all, null).match, 0.86)
    assert.equal(matchOf(subject, { ...all, serviceAreas: ['health'] }, null).match, 0.635)
    assert.equal(matchOf(subject, noExpertise, 'no').match, 0.01)
    for (const bid of ['maybe', 'no', null] as const)
      assert.ok(matchOf(subject, all, 'yes').match - matchOf(subject, all, bid).match <= 0.2)
  })
})
