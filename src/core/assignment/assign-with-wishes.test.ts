import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { type Assignment, type AssignmentCase, assign, brokenRule, type IdPair, usualTiers } from './index.ts'

const solve = await openHighs()

const optimal = (given: AssignmentCase) => {
  const found = assign(given, solve)
  assert.equal(found.status, 'optimal', JSON.stringify(found))
  return found as Extract<Assignment, { status: 'optimal' }>
}

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

const key = (pairs: readonly IdPair[]) => pairs.map((pair) => pair.join(' ')).sort()

/** Every way of giving each application as many as it needs, whatever else is asked. */
function everyChoice({ needs, applications, assessors }: AssignmentCase): readonly (readonly IdPair[])[] {
  const subsets = Array.from({ length: 2 ** assessors.length }, (_, bits) =>
    assessors.filter((_, place) => (bits >> place) & 1).map(({ id }) => id),
  ).filter((ids) => ids.length === needs)
  return applications.reduce<readonly (readonly IdPair[])[]>(
    (all, application) =>
      all.flatMap((before) => subsets.map((ids) => [...before, ...ids.map((id) => [application, id] as const)])),
    [[]],
  )
}

/** What the whole is worth: match, less a penalty for each expert short, and something for each pair that stays. */
function worthOf(given: AssignmentCase, pairs: readonly IdPair[]): number {
  const matchOf = ([application, assessor]: IdPair) =>
    given.match[given.applications.indexOf(application)]?.[given.assessors.findIndex(({ id }) => id === assessor)] ?? 0
  const was = new Set(key(given.before?.pairs ?? []))
  const matches = pairs.reduce((sum, pair) => sum + matchOf(pair), 0)
  const stay = pairs.filter((pair) => was.has(pair.join(' '))).length * (given.before?.costOfChange ?? 0)
  const short = given.applications.flatMap((application) =>
    (given.tiers ?? []).map(({ least, count, penalty }) => {
      const good = pairs.filter((pair) => pair[0] === application && matchOf(pair) >= least).length
      return penalty * Math.max(0, count - good)
    }),
  )
  return matches + stay - short.reduce((sum, cost) => sum + cost, 0)
}

const wishfulCase = fc
  .record({
    match: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
    max: fc.integer({ min: 1, max: 3 }),
    cap: fc.integer({ min: 0, max: 2 }),
    held: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 3 }),
    was: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 4 }),
  })
  .map(({ match, max, cap, held, was }) => {
    const pair = ([e, a]: readonly [number, number]) => [`E${e % match.length}`, `A${a}`] as const
    const conflicts = held.map(pair)
    return caseOf(
      match.map((row) => row.map((value) => value / 4)),
      {
        needs: 2,
        assessors: [0, 1, 2, 3].map((place) => ({ id: `A${place}`, min: 0, max })),
        conflicts,
        tiers: usualTiers,
        caps: [{ assessor: 'A0', applications: ['E0', 'E1'], max: cap }],
        before: { pairs: was.map(pair), costOfChange: 0.05 },
      },
    )
  })

describe('assignment with wishes', () => {
  it('is worth the most of all there are, experts, caps and changes counted', () => {
    fc.assert(
      fc.property(wishfulCase, (given) => {
        const allowed = everyChoice(given).filter((pairs) => brokenRule(given, pairs) === undefined)
        const found = assign(given, solve)
        if (allowed.length === 0) {
          assert.equal(found.status, 'impossible')
          return
        }
        assert.ok(found.status === 'optimal')
        const most = allowed.reduce((best, pairs) => Math.max(best, worthOf(given, pairs)), Number.NEGATIVE_INFINITY)
        assert.ok(Math.abs(worthOf(given, found.pairs) - most) < 1e-6, `${worthOf(given, found.pairs)} is not ${most}`)
      }),
      { numRuns: 200 },
    )
  })

  it('gives an expert before a larger total, and says where one is missed', () => {
    const match = [
      [0.7, 0.6],
      [0.9, 0.1],
    ]
    const assessors = ['A0', 'A1'].map((id) => ({ id, min: 1, max: 1 }))
    const experts = [{ least: 0.65, count: 1, penalty: 1000 }]
    // Without experts 0.6 + 0.9 wins; each way one of the two misses its expert.
    const { total, missed } = optimal(caseOf(match, { assessors, tiers: experts }))
    assert.ok(Math.abs(total - 1.5) < 1e-9)
    assert.deepEqual(missed, [{ application: 'E0', least: 0.65, short: 1 }])
    const low = [
      [0.7, 0.6],
      [0.9, 0.7],
    ]
    const swapped = optimal(caseOf(low, { assessors, tiers: experts }))
    assert.deepEqual(key(swapped.pairs), ['E0 A0', 'E1 A1'])
    assert.deepEqual(swapped.missed, [])
  })

  it('lets everybody without a conflict read anchors, on top of their loads', () => {
    const given = caseOf(
      [
        [1, 1, 1],
        [0.5, 0.25, 0.25],
        [0.5, 0.25, 0.25],
      ],
      {
        assessors: ['A0', 'A1', 'A2'].map((id) => ({ id, min: 0, max: 1 })),
        conflicts: [['E0', 'A1']],
        anchors: ['E0'],
      },
    )
    const { pairs, total } = optimal(given)
    assert.deepEqual(
      key(pairs).filter((pair) => pair.startsWith('E0')),
      ['E0 A0', 'E0 A2'],
    )
    assert.equal(total, 0.75)
    assert.equal(brokenRule(given, pairs), undefined)
  })

  it('keeps what was scored, whatever the match and the load', () => {
    const given = caseOf([[0, 1, 1]], {
      needs: 2,
      assessors: [
        { id: 'A0', min: 0, max: 0 },
        { id: 'A1', min: 0, max: 1 },
        { id: 'A2', min: 0, max: 1 },
      ],
      fixed: [['E0', 'A0']],
    })
    assert.ok(key(optimal(given).pairs).includes('E0 A0'))
    const three = [
      ['E0', 'A0'],
      ['E0', 'A1'],
      ['E0', 'A2'],
    ] as const
    assert.equal(optimal({ ...given, fixed: three }).pairs.length, 3)
    assert.throws(() => assign({ ...given, conflicts: [['E0', 'A0']] }, solve), /a pair that is to stay has a conflict/)
  })

  it('changes nothing when an application leaves and nothing better is worth a change', () => {
    const values = (e: number, a: number) => ((e * 7 + a * 3) % 5) / 4
    const match = Array.from({ length: 12 }, (_, e) => Array.from({ length: 5 }, (_, a) => values(e, a)))
    const assessors = [0, 1, 2, 3, 4].map((place) => ({ id: `A${place}`, min: 0, max: 9 }))
    const given = caseOf(match, { needs: 3, assessors })
    const before = optimal(given).pairs
    const left = before.filter(([application]) => application !== 'E3')
    const after = optimal({
      ...given,
      applications: given.applications.filter((id) => id !== 'E3'),
      match: match.filter((_, place) => place !== 3),
      before: { pairs: left, costOfChange: 0.05 },
    })
    assert.deepEqual(key(after.pairs), key(left))
  })

  it('does not depend on the order of the case, with experts and with many that are equally good', () => {
    const shuffled = <Item>(items: readonly Item[], order: readonly number[]) => order.map((at) => items[at] as Item)
    const size = { rows: 20, columns: 6 }
    const order = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length })
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: size.columns, maxLength: size.columns }), {
          minLength: size.rows,
          maxLength: size.rows,
        }),
        order(size.rows),
        order(size.columns),
        (quarters, rows, columns) => {
          const match = quarters.map((row) => row.map((value) => value / 4))
          const assessors = [...Array(size.columns).keys()].map((place) => ({ id: `A${place}`, min: 7, max: 13 }))
          const given = caseOf(match, { needs: 3, assessors, tiers: usualTiers })
          const other = {
            ...given,
            applications: shuffled(given.applications, rows),
            assessors: shuffled(assessors, columns),
            match: shuffled(match, rows).map((row) => shuffled(row, columns)),
          }
          assert.deepEqual(key(optimal(other).pairs), key(optimal(given).pairs))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('never takes an expert from one application to make another better off', () => {
    const given = caseOf(
      [
        [0.9, 0.5],
        [0.8, 0.4],
      ],
      {
        assessors: ['A0', 'A1'].map((id) => ({ id, min: 1, max: 1 })),
        tiers: [{ least: 0.85, count: 1, penalty: 1000 }],
      },
    )
    // The fairest by matches alone gives E1 0.8 and E0 0.5.
    assert.deepEqual(key(optimal({ ...given, objective: 'fair' }).pairs), ['E0 A0', 'E1 A1'])
    const { tiers: _, ...plain } = given
    assert.deepEqual(key(optimal({ ...plain, objective: 'fair' }).pairs), ['E0 A1', 'E1 A0'])
  })

  it('has no pair with a conflict in ten thousand cases of every kind', () => {
    let possible = 0
    fc.assert(
      fc.property(
        fc.record({
          match: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
            minLength: 1,
            maxLength: 3,
          }),
          held: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 5 }),
          needs: fc.integer({ min: 1, max: 2 }),
          anchor: fc.boolean(),
          seed: fc.nat(9),
        }),
        ({ match, held, needs, anchor, seed }) => {
          const conflicts = held.map(([e, a]) => [`E${e % match.length}`, `A${a}`] as const)
          const anchors = anchor ? ['E0'] : []
          const wishes = { needs, conflicts, seed, tiers: usualTiers, anchors }
          const given = caseOf(
            match.map((row) => row.map((value) => value / 4)),
            wishes,
          )
          const found = assign(given, solve)
          if (found.status === 'impossible') return
          possible += 1
          const held2 = new Set(key(conflicts))
          assert.equal(key(found.pairs).filter((pair) => held2.has(pair)).length, 0)
        },
      ),
      { numRuns: 10_000 },
    )
    assert.ok(possible > 2_000, `${possible} were possible`)
  })
})
