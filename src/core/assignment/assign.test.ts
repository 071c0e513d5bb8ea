import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Model, solve as solveByYalps } from 'yalps'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { tieBreak } from '../random/tie-break.ts'
import { type Assignment, type AssignmentCase, assign } from './index.ts'

const solve = await openHighs()

const caseOf = (
  match: readonly (readonly number[])[],
  more: Partial<AssignmentCase> & { readonly load?: readonly [min: number, max: number] } = {},
): AssignmentCase => {
  const { load: [min, max] = [0, 1], ...rest } = more
  return {
    needs: 1,
    applications: match.map((_, place) => `E${place}`),
    assessors: (match[0] ?? []).map((_, place) => ({ id: `A${place}`, min, max })),
    match,
    conflicts: [],
    objective: 'total',
    seed: 1,
    ...rest,
  }
}

const optimal = (given: AssignmentCase) => {
  const found = assign(given, solve)
  assert.equal(found.status, 'optimal')
  return found as Extract<Assignment, { status: 'optimal' }>
}

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`)

/** Every assignment there is, one application after the other. */
function everyAssignment(given: AssignmentCase): readonly { total: number; worst: number }[] {
  const { needs, applications, assessors, match, conflicts } = given
  const apart = new Set(conflicts.map(([application, assessor]) => `${application} ${assessor}`))
  const subsets = Array.from({ length: 2 ** assessors.length }, (_, bits) =>
    assessors.flatMap((_, place) => ((bits >> place) & 1 ? [place] : [])),
  ).filter((places) => places.length === needs)
  const all: { total: number; worst: number }[] = []
  const extend = (at: number, loads: readonly number[], total: number, worst: number): void => {
    if (at === applications.length) {
      if (assessors.every(({ min }, place) => (loads[place] ?? 0) >= min)) all.push({ total, worst })
      return
    }
    for (const places of subsets) {
      const allowed = places.every(
        (place) =>
          !apart.has(`${applications[at]} ${assessors[place]?.id}`) &&
          (loads[place] ?? 0) < (assessors[place]?.max ?? 0),
      )
      if (!allowed) continue
      const sum = places.reduce((sum, place) => sum + (match[at]?.[place] ?? 0), 0)
      extend(
        at + 1,
        loads.map((load, place) => load + (places.includes(place) ? 1 : 0)),
        total + sum,
        Math.min(worst, sum),
      )
    }
  }
  extend(
    0,
    assessors.map(() => 0),
    0,
    Number.POSITIVE_INFINITY,
  )
  return all
}

/** Small cases of every kind, those that are impossible among them. */
const smallCase = (values: fc.Arbitrary<number>) =>
  fc
    .record({
      needs: fc.integer({ min: 1, max: 2 }),
      e: fc.integer({ min: 1, max: 4 }),
      a: fc.integer({ min: 2, max: 4 }),
    })
    .chain(({ needs, e, a }) =>
      fc.record({
        needs: fc.constant(needs),
        match: fc.array(fc.array(values, { minLength: a, maxLength: a }), { minLength: e, maxLength: e }),
        loads: fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 3 })), {
          minLength: a,
          maxLength: a,
        }),
        held: fc.array(fc.tuple(fc.nat(e - 1), fc.nat(a - 1)), { maxLength: 4 }),
      }),
    )
    .map(({ needs, match, loads, held }) =>
      caseOf(match, {
        needs,
        assessors: loads.map(([min, max], place) => ({ id: `A${place}`, min, max })),
        conflicts: held.map(([application, assessor]) => [`E${application}`, `A${assessor}`] as const),
      }),
    )

const quarters = fc.integer({ min: 0, max: 4 }).map((value) => value / 4)
const anything = fc.double({ min: 0, max: 1, noNaN: true })

describe('assignment', () => {
  it('is as fair as in the first example of PeerReview4All', () => {
    const { worst, pairs, proven } = optimal(
      caseOf(
        [
          [1, 0, 0.25],
          [1, 0, 0.25],
          [1, 0.24, 0.5],
        ],
        { objective: 'fair' },
      ),
    )
    near(worst, 0.24)
    assert.deepEqual(pairs.at(2), ['E2', 'A1'])
    assert.ok(proven)
  })

  it('is as fair as in its second, and then has the largest total', () => {
    const { worst, total } = optimal(
      caseOf(
        [
          [0, 0.01, 0],
          [0.04, 0.05, 0.1],
          [0.1, 0, 1],
        ],
        { objective: 'fair' },
      ),
    )
    near(worst, 0.01)
    near(total, 1.05)
  })

  it('has the total of a test of OpenReview', () => {
    const { total, pairs } = optimal(
      caseOf(
        [
          [0, 0.3, 0.5],
          [0.4, 0.6, 0.8],
          [0.7, 0.5, 0.5],
        ],
        { needs: 2, load: [0, 2] },
      ),
    )
    near(total, 3.2)
    assert.deepEqual(
      pairs.map((pair) => pair.join(' ')),
      ['E0 A1', 'E0 A2', 'E1 A0', 'E1 A2', 'E2 A0', 'E2 A1'],
    )
  })

  for (const [name, values] of [
    ['quarters', quarters],
    ['any numbers', anything],
  ] as const)
    it(`is the best of all there are, in total and in fairness, and impossible when there is none: ${name}`, () => {
      fc.assert(
        fc.property(smallCase(values), (given) => {
          const all = everyAssignment(given)
          const found = assign(given, solve)
          const fair = assign({ ...given, objective: 'fair' }, solve)
          if (all.length === 0) {
            assert.equal(found.status, 'impossible')
            assert.equal(fair.status, 'impossible')
            return
          }
          assert.ok(found.status === 'optimal' && fair.status === 'optimal')
          const close = (one: number, other: number) => Math.abs(one - other) < 2e-6
          assert.ok(close(found.total, Math.max(...all.map(({ total }) => total))))
          const worst = Math.max(...all.map(({ worst }) => worst))
          assert.ok(close(fair.worst, worst), `${fair.worst} is not ${worst}`)
          const total = Math.max(...all.filter((one) => one.worst >= worst - 1e-12).map(({ total }) => total))
          assert.ok(fair.total >= total - 2e-6)
        }),
        { numRuns: 150 },
      )
    })

  it('does not depend on the order of the case where many are equally good', () => {
    const shuffled = <Item>(items: readonly Item[], order: readonly number[]) => order.map((at) => items[at] as Item)
    fc.assert(
      fc.property(
        fc.array(fc.array(quarters, { minLength: 6, maxLength: 6 }), { minLength: 8, maxLength: 8 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        (match, rows, columns) => {
          const given = caseOf(match, { needs: 2, load: [1, 4] })
          const other = {
            ...given,
            applications: shuffled(given.applications, rows),
            assessors: shuffled(given.assessors, columns),
            match: shuffled(match, rows).map((row) => shuffled(row, columns)),
          }
          const set = (of: AssignmentCase) =>
            optimal(of)
              .pairs.map((pair) => pair.join(' '))
              .sort()
          assert.deepEqual(set(other), set(given))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('never gains by a conflict, and never loses by a larger load', () => {
    fc.assert(
      fc.property(smallCase(quarters), fc.nat(), fc.nat(), (given, e, a) => {
        const before = assign(given, solve)
        if (before.status === 'impossible') return
        const application = given.applications[e % given.applications.length] ?? ''
        const assessor = given.assessors[a % given.assessors.length]
        const held = assign({ ...given, conflicts: [...given.conflicts, [application, assessor?.id ?? '']] }, solve)
        if (held.status === 'optimal') assert.ok(held.total <= before.total + 1e-9)
        const assessors = given.assessors.map((one) => (one === assessor ? { ...one, max: one.max + 1 } : one))
        assert.ok(optimal({ ...given, assessors }).total >= before.total - 1e-9)
      }),
      { numRuns: 100 },
    )
  })

  it('has the total that another solver finds', () => {
    const match = Array.from({ length: 30 }, (_, e) => Array.from({ length: 8 }, (_, a) => tieBreak(7, `${e}`, `${a}`)))
    const given = caseOf(match, {
      needs: 3,
      load: [8, 14],
      conflicts: [
        ['E1', 'A2'],
        ['E5', 'A5'],
      ],
    })
    const constraints: Record<string, { equal?: number; min?: number; max?: number }> = {}
    const variables: Record<string, Record<string, number>> = {}
    given.applications.forEach((id, e) => {
      constraints[id] = { equal: 3 }
      given.assessors.forEach((assessor, a) => {
        constraints[assessor.id] = { min: 8, max: 14 }
        if (given.conflicts.some(([one, other]) => one === id && other === assessor.id)) return
        constraints[`${id} ${assessor.id}`] = { max: 1 }
        variables[`${id} ${assessor.id}`] = {
          match: match[e]?.[a] ?? 0,
          [id]: 1,
          [assessor.id]: 1,
          [`${id} ${assessor.id}`]: 1,
        }
      })
    })
    const model: Model = { direction: 'maximize', objective: 'match', constraints, variables }
    assert.ok(Math.abs(optimal(given).total - solveByYalps(model).result) < 2e-6)
  })

  it('is found where presolving alone leaves it in doubt', () => {
    const given = caseOf(
      [
        [0, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
        [0.25, 1, 0],
      ],
      {
        needs: 2,
        assessors: [
          { id: 'A0', min: 0, max: 3 },
          { id: 'A1', min: 0, max: 3 },
          { id: 'A2', min: 1, max: 2 },
        ],
        conflicts: [
          ['E0', 'A2'],
          ['E2', 'A2'],
        ],
      },
    )
    assert.equal(optimal(given).total, 1.25)
  })

  it('takes an empty round', () => {
    assert.deepEqual(assign(caseOf([]), solve), { status: 'optimal', total: 0, worst: 0, pairs: [], proven: true })
  })
})

describe('an impossible assignment', () => {
  const causeOf = (given: AssignmentCase) => {
    const found = assign(given, solve)
    assert.ok(found.status === 'impossible')
    const [cause] = found.because
    assert.ok(cause)
    return cause
  }

  it('names the application that too few can score, and who is held back', () => {
    const given = caseOf(
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
      {
        needs: 2,
        load: [0, 2],
        conflicts: [
          ['E0', 'A0'],
          ['E0', 'A2'],
        ],
      },
    )
    assert.deepEqual(causeOf(given), {
      applications: ['E0'],
      assessors: ['A0', 'A2'],
      text: 'E0 needs 2 assessors, and only A1 is free of a conflict with it, while A0 and A2 have one: add 1 assessor without a conflict, release a conflict that can be, or ask for fewer assessors for each application.',
    })
  })

  it('says that there is nobody, where there is nobody, and not that they have a conflict', () => {
    assert.equal(
      causeOf(caseOf([[], []], { needs: 2, load: [0, 2] })).text,
      'E0 needs 2 assessors, and there is no assessor at all: add 2 assessors.',
    )
  })

  it('names an application of which everybody is in conflict', () => {
    const match = Array.from({ length: 20 }, () => [1, 1, 1, 1, 1])
    const conflicts = ['A0', 'A1', 'A2', 'A3', 'A4'].map((id) => ['E7', id] as const)
    const { applications, text } = causeOf(caseOf(match, { needs: 3, load: [0, 20], conflicts }))
    assert.deepEqual(applications, ['E7'])
    assert.match(
      text,
      /^E7 needs 3 assessors, and nobody is free of a conflict with it, while A0, A1, A2, A3 and A4 have one: add 3/,
    )
  })

  it('says how many scores are short', () => {
    const { text } = causeOf(
      caseOf(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        { load: [0, 1] },
      ),
    )
    assert.match(text, /^E0, E1 and E2 need 3 scores, and A0 and A1.* can give 2 at most: raise a load by 1/)
  })

  it('names who is to take more than there is for them', () => {
    const given = caseOf(
      [
        [1, 1],
        [1, 1],
      ],
      {
        conflicts: [['E0', 'A0']],
        assessors: [
          { id: 'A0', min: 2, max: 2 },
          { id: 'A1', min: 0, max: 2 },
        ],
      },
    )
    assert.deepEqual(causeOf(given), {
      applications: [],
      assessors: ['A0'],
      text: 'A0 must take at least 2 applications, and can be given 1 at most without a conflict: lower the least load by 1, or release a conflict.',
    })
  })

  it('has no part that could be left out, when it is more than one application', () => {
    fc.assert(
      fc.property(smallCase(quarters), (given) => {
        const found = assign(given, solve)
        const [cause] = found.status === 'impossible' ? found.because : []
        if (cause === undefined || !cause.text.includes('can give')) return
        const freed = (kept: readonly string[], limited: readonly string[]): AssignmentCase => ({
          ...given,
          applications: kept,
          match: kept.map((id) => given.match[given.applications.indexOf(id)] ?? []),
          assessors: given.assessors.map((one) => ({ ...one, min: 0, max: limited.includes(one.id) ? one.max : 99 })),
          conflicts: given.conflicts.filter(([id]) => kept.includes(id)),
        })
        const without = (ids: readonly string[], left: string) => ids.filter((id) => id !== left)
        const { applications, assessors } = cause
        assert.equal(assign(freed(applications, assessors), solve).status, 'impossible')
        for (const left of applications)
          assert.equal(assign(freed(without(applications, left), assessors), solve).status, 'optimal')
        for (const left of assessors)
          assert.equal(assign(freed(applications, without(assessors, left)), solve).status, 'optimal')
      }),
      { numRuns: 300 },
    )
  })
})
