import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { randomFrom } from '../random/random.ts'
import { type AssignmentCase, assign, findNextBest, usualTiers } from './index.ts'

const solve = await openHighs()

/** Forty applications and eight assessors, whose matches are of a few kinds, with experts and fairness before the total. */
function caseOf(seed: number): AssignmentCase {
  const { uniform } = randomFrom(seed, 4)
  const kinds = [0.05, 0.3, 0.4, 0.69, 0.72]
  return {
    needs: 3,
    applications: Array.from({ length: 40 }, (_, at) => `E${at}`),
    assessors: Array.from({ length: 8 }, (_, by) => ({ id: `A${by}`, min: 13, max: 17 })),
    match: Array.from({ length: 40 }, () =>
      Array.from({ length: 8 }, (_, by) => kinds[Math.floor(uniform() ** 0.5 * (by < 2 ? 5 : 4))] ?? 0),
    ),
    conflicts: [],
    objective: 'fair',
    seed,
    tiers: usualTiers,
  }
}

describe('the next best where experts and fairness come before the total', () => {
  it('costs something for every newcomer who is as good for the application, and little in any case', () => {
    let kept = 0
    let endless = 0
    for (let seed = 1; seed <= 12; seed += 1) {
      const given = caseOf(seed)
      const found = assign(given, solve)
      assert.ok(found.status === 'optimal')
      const next = findNextBest(given, found.pairs)
      assert.equal(next.length, 40)
      for (const { application, assessor, cost } of next) {
        assert.ok(cost > -2 && cost < 2, `${assessor} for ${application} costs ${cost}`)
        const matches = given.match[given.applications.indexOf(application)] ?? []
        const matchOf = (id: string) => matches[Number(id.slice(1))] ?? 0
        const readers = found.pairs.filter(([id]) => id === application).map(([, id]) => matchOf(id))
        // Who matches at least as well as each of those there takes nothing from the application, whoever goes.
        if (readers.some((match) => match > matchOf(assessor))) continue
        kept += 1
        assert.ok(cost > -1e-9, `${assessor} for ${application} gains ${-cost}`)
      }
      if (findNextBest({ ...given, earlier: true }, found.pairs).some(({ cost }) => cost < -100)) endless += 1
    }
    assert.ok(kept > 20, `${kept} as good`)
    assert.ok(endless > 0, 'rings without end came up in earlier formats')
  })

  it('leaves an expert where there is but one', () => {
    // Two assessors could change places between E0 and E1 for a gain in match, which would cost E1 its expert.
    const given: AssignmentCase = {
      needs: 1,
      applications: ['E0', 'E1', 'E2'],
      assessors: ['A0', 'A1', 'A2'].map((id) => ({ id, min: 1, max: 1 })),
      match: [
        [0.69, 0.05, 0.3],
        [0.72, 0.6, 0.1],
        [0.4, 0.3, 0.69],
      ],
      conflicts: [],
      objective: 'total',
      seed: 1,
      tiers: [{ least: 0.7, count: 1, penalty: 1000 }],
    }
    const found = assign(given, solve)
    assert.ok(found.status === 'optimal')
    assert.deepEqual(found.pairs, [
      ['E0', 'A1'],
      ['E1', 'A0'],
      ['E2', 'A2'],
    ])
    // The only ring that keeps A0 with E1 is for E0 and E2 to change: 0.05 + 0.69 become 0.3 + 0.3.
    const costs = new Map(findNextBest(given, found.pairs).map((each) => [each.application, each]))
    const near = (cost: number | undefined, wanted: number) => assert.ok(Math.abs((cost ?? Number.NaN) - wanted) < 1e-9)
    near(costs.get('E0')?.cost, 0.14)
    assert.equal(costs.get('E0')?.assessor, 'A2')
    near(costs.get('E2')?.cost, 0.14)
    // E1 itself may be given somebody else, and what its expert cost is said.
    near(costs.get('E1')?.cost, -0.52)
  })
})
